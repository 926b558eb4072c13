import { defineCheck } from '../define-check.ts';

/** The same overloads in another order: the first that fits wins, so that a call may mean something else. */
export const overloadOrder = defineCheck({
  id: 'overload-order',
  find: ({ members }) =>
    members
      .filter(({ calls }) => calls?.reordered === true)
      .map(({ name, sync, async }) => ({
        member: name,
        side: 'async',
        facts: { count: sync.signatures.length },
        sync: { member: sync, signature: null },
        async: { member: async, signature: null },
      })),
});
