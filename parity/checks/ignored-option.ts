import type { CallComparison } from '../compare/comparison.ts';
import { type Drift, defineCheck, type Subject } from '../define-check.ts';
import type { Side } from '../report-model.ts';
import type { Member } from '../surface/surface.ts';

interface Owner {
  readonly name: string;
  readonly sync: Member | null;
  readonly async: Member | null;
}

/** The options that one side alone takes, over all overloads: at most one drift a side, as overloads share their faults. */
const optionsOf = (calls: CallComparison, { name, sync, async }: Owner): readonly Drift<'ignored-option'>[] =>
  (['sync', 'async'] as const).flatMap((side: Side) => {
    const found = calls.signatures.flatMap((signatures) =>
      signatures.parameters.flatMap(({ relation, sync: parameter }) => {
        if (relation.kind !== 'options') return [];
        const keys = side === 'async' ? relation.syncOnly : relation.asyncOnly;
        return keys.length === 0 ? [] : [{ signatures, keys, parameter: parameter.name ?? 'options' }];
      }),
    );
    const [first] = found;
    if (first === undefined) return [];
    const keys = [...new Set(found.flatMap((each) => each.keys))];
    const syncSubject: Subject = { member: sync, signature: first.signatures.sync };
    const asyncSubject: Subject = { member: async, signature: first.signatures.async };
    return [
      {
        member: name,
        side,
        facts: { parameter: first.parameter, keys },
        sync: syncSubject,
        async: asyncSubject,
      },
    ];
  });

/** Options that one side takes and the other does not know; `side` is the one that does not. */
export const ignoredOption = defineCheck({
  id: 'ignored-option',
  find: ({ members, constructors, prefix }) => [
    ...members.flatMap(({ name, sync, async, calls }) =>
      calls === null ? [] : optionsOf(calls, { name, sync, async }),
    ),
    ...optionsOf(constructors, { name: `${prefix}constructor`, sync: null, async: null }),
  ],
});
