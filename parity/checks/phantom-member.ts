import { type Drift, defineCheck } from '../define-check.ts';
import { unimplemented } from '../surface/implementation.ts';

/** A method that a class declares and does not implement: the types are in step, the call fails. */
export const phantomMember = defineCheck({
  id: 'phantom-member',
  find: (comparison) =>
    (['sync', 'async'] as const).flatMap((side) =>
      comparison.members.flatMap((pair): readonly Drift<'phantom-member'>[] => {
        const declared = unimplemented(comparison[side], pair[side]);
        return declared === null
          ? []
          : [
              {
                member: pair.name,
                side,
                facts: { declared },
                sync: { member: pair.sync, signature: null },
                async: { member: pair.async, signature: null },
              },
            ];
      }),
    ),
});
