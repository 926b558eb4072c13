import { defineCheck } from '../define-check.ts';
import type { Member } from '../surface/surface.ts';

const place = (member: Member): string => (member.static ? 'the class' : 'its instances');

/** A member that belongs to the class on one side and to its instances on the other. */
export const staticMismatch = defineCheck({
  id: 'static-mismatch',
  find: ({ syncOnly }) =>
    // The same difference stands among the lone members of the async side once more.
    syncOnly.flatMap(({ name, member, elsewhere }) =>
      elsewhere === null || elsewhere.static === member.static
        ? []
        : [
            {
              member: name,
              side: 'async' as const,
              facts: { sync: place(member), async: place(elsewhere) },
              sync: { member, signature: null },
              async: { member: elsewhere, signature: null },
            },
          ],
    ),
});
