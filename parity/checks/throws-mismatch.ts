import { defineCheck } from '../define-check.ts';
import { thrownErrors } from '../surface/doc-tags.ts';

/** Errors that the comments of one side alone announce by `@throws {Type}`. */
export const throwsMismatch = defineCheck({
  id: 'throws-mismatch',
  find: ({ members }) =>
    members.flatMap(({ name, sync, async }) => {
      const left = thrownErrors(sync.declarations);
      const right = thrownErrors(async.declarations);
      const lacking = left.filter((error) => !right.includes(error));
      const extra = right.filter((error) => !left.includes(error));
      return lacking.length + extra.length === 0
        ? []
        : [
            {
              member: name,
              side: 'async' as const,
              facts: { lacking, extra },
              sync: { member: sync, signature: null },
              async: { member: async, signature: null },
            },
          ];
    }),
});
