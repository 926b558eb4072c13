import { defineCheck } from '../define-check.ts';
import type { Member } from '../surface/surface.ts';

/** Two accessors of which one can be set and the other cannot, or takes something else. */
export const accessorMismatch = defineCheck({
  id: 'accessor-mismatch',
  find: ({ members }, { text }) => {
    const words = (member: Member): string =>
      member.setter ? `a setter that takes ${text(member.setterType ?? member.type)}` : 'no setter';
    return members
      .filter(
        ({ sync, async, sameSetter }) =>
          sync.kind === 'accessor' && async.kind === 'accessor' && !sameSetter && sync.name === async.name,
      )
      .filter(
        ({ sync, async, value }) =>
          // Where what they hold differs already, a setter that takes the same differs with it.
          value !== 'differs' || sync.setter !== async.setter,
      )
      .map(({ name, sync, async }) => ({
        member: name,
        side: 'async',
        facts: { sync: words(sync), async: words(async) },
        sync: { member: sync, signature: null },
        async: { member: async, signature: null },
      }));
  },
});
