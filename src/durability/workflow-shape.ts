import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import type { Connection, WorkflowContract } from '../../types/workflow.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { isWorkflow } from '../workflow/is-workflow.ts';

/** What of a workflow decides whether a run of it can go on; configs by digest, since they may hold secrets. */
interface Shape {
  readonly nodes: Readonly<
    Record<string, { readonly type: string; readonly config: Readonly<Record<string, string>> }>
  >;
  readonly connections: readonly string[];
  readonly cycles: Readonly<Record<string, string>>;
}

/** The shape of a workflow as text. The code of host functions is no part of it, so that a mended function can go on. */
export const shapeText = (workflow: WorkflowContract): string => JSON.stringify(shapeOf(workflow));

/** What differs between two shapes, one sentence each; none where they agree. */
export const shapeChanges = (before: string, now: string): readonly string[] => {
  if (before === now) return [];
  const [old, current] = [JSON.parse(before) as Shape, JSON.parse(now) as Shape];
  return [
    ...differing('node', old.nodes, current.nodes),
    ...Object.entries(current.nodes).flatMap(([id, node]) => nodeChanges(id, old.nodes[id], node)),
    ...missing(old.connections, current.connections).map((edge) => `connection ${edge} was removed`),
    ...missing(current.connections, old.connections).map((edge) => `connection ${edge} was added`),
    ...(isReordered(old.connections, current.connections) ? ['connections were put in another order'] : []),
    ...(isReordered(Object.keys(old.nodes), Object.keys(current.nodes))
      ? ['nodes were put in another order']
      : []),
    ...differing('cycle', old.cycles, current.cycles),
    ...Object.entries(current.cycles)
      .filter(([id, digest]) => (old.cycles[id] ?? digest) !== digest)
      .map(([id]) => `cycle '${id}' changed`),
  ];
};

const shapeOf = ({ nodes, connections, cycles }: WorkflowContract): Shape => ({
  nodes: Object.fromEntries(
    nodes.map(({ id, type, config }) => [
      id,
      {
        type,
        config: Object.fromEntries(Object.entries(config).map(([key, value]) => [key, digest(value)])),
      },
    ]),
  ),
  connections: connections.map(edgeText),
  cycles: Object.fromEntries(cycles.map((cycle) => [cycle.id, digest(cycle)])),
});

const edgeText = ({ source, output, target, input }: Connection): string =>
  `'${source}'.${output} -> '${target}'.${input}`;

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex')
    .slice(0, 16);

const canonical = (value: unknown): unknown => {
  if (typeof value === 'function') return ['function'];
  if (isWorkflow(value)) return ['workflow', shapeOf(value)];
  if (Array.isArray(value)) return value.map(canonical);
  if (isPlainObject(value)) {
    return Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key])]);
  }
  return typeof value === 'object' && value !== null
    ? ['other', inspect(value, { depth: 4 })]
    : [typeof value, String(value)];
};

const nodeChanges = (
  id: string,
  old: Shape['nodes'][string] | undefined,
  now: Shape['nodes'][string],
): readonly string[] => {
  if (old === undefined) return [];
  if (old.type !== now.type) return [`node '${id}' was a ${old.type} and is a ${now.type}`];
  const keys = new Set([...Object.keys(old.config), ...Object.keys(now.config)]);
  return [...keys]
    .filter((key) => old.config[key] !== now.config[key])
    .map((key) => `config.${key} of node '${id}' changed`);
};

const differing = (kind: string, old: object, now: object): readonly string[] => [
  ...missing(Object.keys(old), Object.keys(now)).map((id) => `${kind} '${id}' was removed`),
  ...missing(Object.keys(now), Object.keys(old)).map((id) => `${kind} '${id}' was added`),
];

const missing = (from: readonly string[], among: readonly string[]): readonly string[] => {
  const known = new Set(among);
  return from.filter((item) => !known.has(item));
};

const isReordered = (old: readonly string[], now: readonly string[]): boolean =>
  missing(old, now).length === 0 && missing(now, old).length === 0 && old.join('\n') !== now.join('\n');
