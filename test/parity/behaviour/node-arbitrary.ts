import fc from 'fast-check';
import type { JsonValue, Operator } from '../../../types/index.ts';
import { behaviour, retry } from './behaviour-arbitrary.ts';
import type { NodeDescription } from './description.ts';
import { compact, sometimes } from './optional-arbitrary.ts';
import { comparedValues, conditionFields } from './value-palette.ts';

const orders: readonly Operator[] = ['==', '!=', '>', '<', '>=', '<='];

/** Makes a node of that id. */
export type MakeNode = (id: string) => NodeDescription;

/** Nodes of a type with the entries of an arbitrary record; the id comes later. */
export const making = <T extends object>(
  spec: fc.Arbitrary<T>,
  type: NodeDescription['type'],
): fc.Arbitrary<MakeNode> =>
  spec.map((made) => {
    const rest = compact(made);
    return Object.assign((id: string) => ({ type, id, ...rest }) as unknown as NodeDescription, {
      [fc.toStringMethod]: () => fc.stringify({ type, ...rest }),
    });
  });

/** Functions. */
export const functionNode = making(
  fc.record({
    behaviour,
    turns: fc.nat(2),
    inputs: sometimes(fc.constantFrom<JsonValue>({ x: 'config' }, { y: 1, input: null }), 3),
    retry: sometimes(retry, 2),
  }),
  'function',
);
/** Nodes with a required input. */
export const needNode = making(
  fc.record({
    config: fc.constantFrom({}, { need: 'config' }, { need: 1, extra: 'config' }),
    retry: sometimes(retry, 2),
  }),
  'need',
);
/** Switches of both kinds. */
export const switchNode = fc.oneof(
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constantFrom<Operator>(...orders, 'contains'),
      value: fc.constantFrom(...comparedValues),
    }),
    'switch',
  ),
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constant('in'),
      value: fc.constantFrom<JsonValue>(['active', 1], 'an active one', [null, { a: 1 }]),
    }),
    'switch',
  ),
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constantFrom('is_null', 'is_not_null'),
    }),
    'switch',
  ),
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constantFrom(...orders),
      cases: fc.uniqueArray(fc.constantFrom<string | number>('active', 1, 'idle', 5, 'on hold', 0), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    'switch',
  ),
);
/** Merges of every type. */
export const mergeNode = fc.oneof(
  making(
    fc.record({ mergeType: fc.constantFrom('concat', 'zip', 'mergeDict'), skipNull: fc.boolean() }),
    'merge',
  ),
  making(
    fc.record({ mergeType: fc.constant('mergeDict'), key: fc.constant('id'), skipNull: fc.boolean() }),
    'merge',
  ),
);
