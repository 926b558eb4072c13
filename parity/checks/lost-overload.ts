import { defineCheck } from '../define-check.ts';

/** Overloads that one side alone has; `side` is the one that lacks them. */
export const lostOverload = defineCheck({
  id: 'lost-overload',
  find: ({ members }, { signatureText }) =>
    members.flatMap(({ name, sync, async, calls }) => {
      const [first] = calls?.syncOnly ?? [];
      const [other] = calls?.asyncOnly ?? [];
      const lone = first ?? other;
      if (calls === null || lone === undefined) return [];
      return [
        {
          member: name,
          side: first === undefined ? ('sync' as const) : ('async' as const),
          facts: {
            count: first === undefined ? calls.asyncOnly.length : calls.syncOnly.length,
            overload: signatureText(lone),
          },
          sync: { member: sync, signature: first ?? null },
          async: { member: async, signature: first === undefined ? lone : null },
        },
      ];
    }),
});
