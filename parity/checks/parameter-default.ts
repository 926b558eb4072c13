import type { DriftedParameter } from '../check-facts.ts';
import type { CallComparison, SurfaceComparison } from '../compare/comparison.ts';
import type { Node } from '../compiler/typescript.ts';
import { type Drift, defineCheck } from '../define-check.ts';
import { constructorsOf } from '../surface/declarations.ts';
import { defaultsOf, implementedParameters } from '../surface/defaults.ts';

const NONE = 'no default';

const driftedDefaults = (
  syncs: readonly Node[],
  asyncs: readonly Node[],
  calls: CallComparison | null,
): readonly DriftedParameter[] => {
  const left = defaultsOf(syncs);
  const right = defaultsOf(asyncs);
  if (calls === null || left === null || right === null) return [];
  const known = new Set(implementedParameters(asyncs));
  // A parameter that only one side has, or that may be left out on one side only, is reported as that.
  const shifted = new Set(
    calls.signatures.flatMap(({ parameters }) =>
      parameters.flatMap((pair) => (pair.sync.optional === pair.async.optional ? [] : [pair.sync.name])),
    ),
  );
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => {
      const owner = key.split('.')[0] ?? key;
      return known.has(owner) && implementedParameters(syncs).includes(owner) && !shifted.has(owner);
    })
    .map((name) => ({ name, sync: left.get(name) ?? NONE, async: right.get(name) ?? NONE }))
    .filter((drifted) => {
      const meaning = (text: string): string => (text === 'undefined' ? NONE : text);
      return meaning(drifted.sync) !== meaning(drifted.async);
    });
};

const inConstructors = ({
  prefix,
  sync,
  async,
  constructors,
}: SurfaceComparison): readonly Drift<'parameter-default'>[] => {
  const parameters = driftedDefaults(
    constructorsOf(sync.declarations),
    constructorsOf(async.declarations),
    constructors,
  );
  if (parameters.length === 0) return [];
  return [
    {
      member: `${prefix}constructor`,
      side: 'async',
      facts: { parameters },
      sync: { member: null, signature: sync.constructors[0] ?? null },
      async: { member: null, signature: async.constructors[0] ?? null },
    },
  ];
};

/** A parameter that falls back to something else on either side. Source only: a declaration file does not say defaults. */
export const parameterDefault = defineCheck({
  id: 'parameter-default',
  find: (comparison) => [
    ...comparison.members.flatMap((member): readonly Drift<'parameter-default'>[] => {
      const { sync, async } = member;
      const parameters = driftedDefaults(sync.declarations, async.declarations, member.calls);
      return parameters.length === 0
        ? []
        : [
            {
              member: member.name,
              side: 'async',
              facts: { parameters },
              sync: { member: sync, signature: null },
              async: { member: async, signature: null },
            },
          ];
    }),
    ...inConstructors(comparison),
  ],
});
