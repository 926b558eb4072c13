import { defineCheck } from '../define-check.ts';

/** A member that may be absent on one side only. */
export const optionalMember = defineCheck({
  id: 'optional-member',
  find: ({ members }) =>
    members
      .filter(({ sync, async }) => sync.optional !== async.optional)
      .map(({ name, sync, async }) => ({
        member: name,
        side: 'async',
        facts: { optional: sync.optional ? 'sync' : 'async' },
        sync: { member: sync, signature: null },
        async: { member: async, signature: null },
      })),
});
