import { sameName } from '../compare/compare-parameters.ts';
import type { CallComparison, SignatureComparison } from '../compare/comparison.ts';
import type { Type } from '../compiler/typescript.ts';
import { defineCheck } from '../define-check.ts';

const words = (
  { missing, order, parameters, sync, async }: SignatureComparison,
  text: (type: Type) => string,
): readonly string[] => [
  ...(sync.abstract === async.abstract
    ? []
    : [`only the ${sync.abstract ? 'sync' : 'async'} class is abstract`]),
  ...missing.async.map((name) => `'${name}' is missing`),
  ...missing.sync.map((name) => `'${name}' is not there on the sync side`),
  ...(order === null
    ? []
    : [`the order is (${order.async.join(', ')}) instead of (${order.sync.join(', ')})`]),
  ...parameters.flatMap((pair) => {
    const name = pair.sync.name ?? pair.async.name ?? 'a parameter';
    return [
      ...(sameName(pair.sync, pair.async) ? [] : [`'${pair.sync.name}' is called '${pair.async.name}'`]),
      ...(pair.relation.kind === 'differs'
        ? [`'${name}' takes ${text(pair.async.type)} instead of ${text(pair.sync.type)}`]
        : []),
      ...(pair.relation.kind === 'any' ? [`'${name}' is \`any\` on one side only`] : []),
      ...(pair.sync.optional === pair.async.optional
        ? []
        : [`'${name}' is ${pair.async.optional ? 'optional' : 'required'}`]),
      ...(pair.sync.rest === pair.async.rest ? [] : [`'${name}' is a rest parameter on one side only`]),
    ];
  }),
];

const lone = ({ syncOnly, asyncOnly }: CallComparison): readonly string[] => [
  ...(syncOnly.length === 0 ? [] : [`${syncOnly.length} of its overloads is missing`]),
  ...(asyncOnly.length === 0 ? [] : [`${asyncOnly.length} of its overloads is not there on the sync side`]),
];

/** A constructor that is called in another way on either side. Options that one side ignores are `ignored-option`. */
export const constructorParameter = defineCheck({
  id: 'constructor-parameter',
  find: ({ prefix, sync, async, constructors }, { text }) => {
    // A class that cannot be constructed from outside has no constructor that could drift.
    if (sync.constructors.length === 0 || async.constructors.length === 0) return [];
    const drifts = [...constructors.signatures.flatMap((each) => words(each, text)), ...lone(constructors)];
    const [first] = constructors.signatures.filter((each) => words(each, text).length > 0);
    return drifts.length === 0
      ? []
      : [
          {
            member: `${prefix}constructor`,
            side: 'async',
            facts: { drifts: [...new Set(drifts)] },
            sync: { member: null, signature: first?.sync ?? sync.constructors[0] ?? null },
            async: { member: null, signature: first?.async ?? async.constructors[0] ?? null },
          },
        ];
  },
});
