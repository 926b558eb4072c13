import type { DriftedParameter } from '../check-facts.ts';
import type { MemberComparison } from '../compare/comparison.ts';
import { defineCheck } from '../define-check.ts';
import { defaultsOf, implementedParameters } from '../surface/defaults.ts';

const NONE = 'no default';

const driftedDefaults = ({ sync, async, calls }: MemberComparison): readonly DriftedParameter[] => {
  const left = defaultsOf(sync.declarations);
  const right = defaultsOf(async.declarations);
  if (calls === null || left === null || right === null) return [];
  const known = new Set(implementedParameters(async.declarations));
  // A parameter that only one side has, or that may be left out on one side only, is reported as that.
  const shifted = new Set(
    calls.signatures.flatMap(({ parameters }) =>
      parameters.flatMap((pair) => (pair.sync.optional === pair.async.optional ? [] : [pair.sync.name])),
    ),
  );
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => {
      const owner = key.split('.')[0] ?? key;
      return (
        known.has(owner) && implementedParameters(sync.declarations).includes(owner) && !shifted.has(owner)
      );
    })
    .map((name) => ({ name, sync: left.get(name) ?? NONE, async: right.get(name) ?? NONE }))
    .filter((drifted) => {
      const meaning = (text: string): string => (text === 'undefined' ? NONE : text);
      return meaning(drifted.sync) !== meaning(drifted.async);
    });
};

/** A parameter that falls back to something else on either side. Source only: a declaration file does not say defaults. */
export const parameterDefault = defineCheck({
  id: 'parameter-default',
  find: ({ members }) =>
    members.flatMap((member) => {
      const parameters = driftedDefaults(member);
      return parameters.length === 0
        ? []
        : [
            {
              member: member.name,
              side: 'async' as const,
              facts: { parameters },
              sync: { member: member.sync, signature: null },
              async: { member: member.async, signature: null },
            },
          ];
    }),
});
