import { defineCheck } from '../define-check.ts';
import { isDeprecated } from '../surface/doc-tags.ts';

/** A member that one side alone marks `@deprecated`; `side` is the one that does not. */
export const deprecatedOneSide = defineCheck({
  id: 'deprecated-one-side',
  find: ({ members }) =>
    members.flatMap(({ name, sync, async }) => {
      const deprecated = isDeprecated(sync.declarations);
      return deprecated === isDeprecated(async.declarations)
        ? []
        : [
            {
              member: name,
              side: deprecated ? ('async' as const) : ('sync' as const),
              facts: { deprecated: deprecated ? ('sync' as const) : ('async' as const) },
              sync: { member: sync, signature: null },
              async: { member: async, signature: null },
            },
          ];
    }),
});
