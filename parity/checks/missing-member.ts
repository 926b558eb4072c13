import { defineCheck } from '../define-check.ts';

/** A public member of the sync side that the async side lacks. */
export const missingMember = defineCheck({
  id: 'missing-member',
  find: ({ syncOnly }) =>
    syncOnly
      // A member that is there, but static or hidden, is the subject of a check of its own.
      .filter(({ elsewhere }) => elsewhere === null)
      .map(({ name, member }) => ({
        member: name,
        side: 'async',
        facts: { kind: member.kind },
        sync: { member, signature: null },
        async: null,
      })),
});
