import { defineCheck } from '../define-check.ts';

/** A public member that the async side alone has. */
export const uncontractedMember = defineCheck({
  id: 'uncontracted-member',
  find: ({ asyncOnly }) =>
    asyncOnly
      .filter(({ elsewhere }) => elsewhere === null)
      .map(({ name, member }) => ({
        member: name,
        side: 'async',
        facts: { kind: member.kind },
        sync: null,
        async: { member, signature: null },
      })),
});
