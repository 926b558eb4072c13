import type { JsonValue } from '../../../types/index.ts';
import type { NodeDescription } from './description.ts';
import { isPlainObject } from './plain-object.ts';
import { portOfCase } from './reference-switch.ts';

/** Outputs that together have every kind of entry that a port can ask for. */
export const outputValues: readonly JsonValue[] = [
  { state: 'active', count: 1 },
  { state: 'idle', count: 5, a: { b: [1, 2] } },
  { 'a.b': 'whole', a: { b: 'path' } },
  { result: { a: 1 }, rows: [{ id: 1, a: 1 }, { id: 2 }] },
  { a: null, list: [3, null, 4] },
  { a: 1, nested: { a: 2, b: { c: null } } },
  { success: true, error: 'none' },
  { success: null },
  {},
  [1, 2, 3],
  [{ id: 1, b: 1 }, { id: 3 }],
  'active',
  7,
  false,
  null,
];

/** What switches compare with. */
export const comparedValues: readonly JsonValue[] = [
  'active',
  1,
  'idle',
  null,
  5,
  ['active', 1],
  true,
  { a: 1 },
];

/** The data fields that switches look at; the last one is never there. */
export const conditionFields = ['state', 'count', 'a.b', 'nested.b.c', 'gone'] as const;

/** The inputs that edges feed, by type of node. */
export const inputNames: Readonly<Record<NodeDescription['type'], readonly [string, ...string[]]>> = {
  function: ['x', 'y', 'count', 'input'],
  need: ['need', 'extra'],
  switch: ['input', 'data', 'inputData', 'items'],
  merge: ['m1', 'm2', 'm3'],
  sub: ['x', 'i0', 'input', 'need'],
};

/** Parameters addressed to one node, by its type. */
export const ownParameterValues: Readonly<
  Record<NodeDescription['type'], readonly [JsonValue, ...JsonValue[]]>
> = {
  function: [{ x: 'own' }, { y: 'own', extra: 1 }, 'not an object', {}],
  need: [{ need: 'own' }, { extra: 'own' }, { need: 1, unheard: 2 }],
  switch: [
    { input: { state: 'active', count: 1 } },
    { state: 'active' },
    { state: 'idle', count: 9 },
    { data: 1, items: 2 },
    {},
  ],
  merge: [
    { p: [1], q: [2, 3] },
    { p: { a: 1, b: 1 }, q: null, r: { b: 2 } },
    { p: [{ id: 1, a: 1 }], q: [{ id: 2 }, { id: 1, b: 1 }] },
  ],
  sub: [{ x: 'own' }, { i0: { x: 'inner' } }, { i1: { input: 'active' } }],
};

/** Workflow-level parameters. */
export const sharedParameterNames = ['x', 'count', 'input', 'need', 'inputs', 'm1', 'elsewhere'] as const;

const paths = (value: JsonValue | undefined, prefix = ''): readonly string[] => {
  if (Array.isArray(value)) return value.map((_, index) => `${prefix}${index}`);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => [
    `${prefix}${name}`,
    ...paths(entry as JsonValue, `${prefix}${name}.`),
  ]);
};

/** The ports that a node may well have an entry for. */
export const likelyPorts = (node: NodeDescription): readonly [string, ...string[]] => {
  switch (node.type) {
    case 'function': {
      const { behaviour } = node;
      if (behaviour.kind === 'echo') return ['result', 'got'];
      if (behaviour.kind === 'count') return ['count', 'result'];
      if (behaviour.kind === 'context') return ['result', 'attempt', 'iteration'];
      if (behaviour.kind === 'reportFailure') return ['result', 'a', 'success'];
      const value = behaviour.kind === 'value' || behaviour.kind === 'failTimes' ? behaviour.value : null;
      return ['result', ...(isPlainObject(value) ? paths(value) : [])];
    }
    case 'need':
      return ['out', 'out.need'];
    case 'merge':
      return ['merged'];
    case 'sub': {
      const inner = node.workflow.nodes.map(({ id }) => id);
      return ['result', ...inner];
    }
    case 'switch':
      return node.cases === undefined
        ? ['trueOutput', 'falseOutput', 'conditionResult', 'trueOutput.state']
        : [
            portOfCase(node.cases[0] ?? ''),
            ...node.cases.slice(1).map(portOfCase),
            'default',
            'conditionResult',
          ];
  }
};

/** A port of the same node that is hardly ever there. */
export const unlikelyPort = (node: NodeDescription): string =>
  node.type === 'function' ? 'a.b.c' : `${likelyPorts(node)[0]}.nowhere`;
