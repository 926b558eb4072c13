import * as v from 'valibot';
import type { JsonValue } from '../../types/json.ts';
import type { Cycle, WorkflowContract, WorkflowJson } from '../../types/workflow.ts';
import { describeValue } from '../errors/describe-value.ts';
import { messageOf } from '../errors/message-of.ts';
import { SerializationError } from '../errors/serialization-error.ts';
import { describeIssues } from '../nodes/describe-issues.ts';
import type { NodeRegistry } from '../nodes/node-registry.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { isWorkflow } from './is-workflow.ts';
import type { WorkflowDescription } from './workflow-description.ts';

/** The one key of the object that stands for a sub-workflow in a config. */
const NESTED = '$workflow';

const edges = v.array(
  v.strictObject({ source: v.string(), output: v.string(), target: v.string(), input: v.string() }),
);

// Not `v.record`, which passes over entries named `constructor` and `prototype` without a word.
const plainObject = v.custom<Readonly<Record<string, unknown>>>(isPlainObject, 'a plain object');

const schema = v.strictObject({
  version: v.literal(1),
  name: v.string(),
  nodes: v.array(v.strictObject({ id: v.string(), type: v.string(), config: plainObject })),
  connections: edges,
  // The entries of a cycle are checked when the workflow is built.
  cycles: v.array(v.looseObject({ id: v.string(), edges })),
});

/**
 * A workflow as JSON.
 *
 * @throws {SerializationError} something in it has no JSON form
 */
export const jsonOfWorkflow = (workflow: WorkflowContract): WorkflowJson => ({
  version: 1,
  name: workflow.name,
  nodes: workflow.nodes.map(({ id, type, config }) => ({
    id,
    type,
    config: encode(config, `the config of node '${id}'`, new Set()),
  })),
  connections: workflow.connections,
  cycles: workflow.cycles.map(({ convergeWhen, ...cycle }) => {
    if (typeof convergeWhen !== 'function')
      return convergeWhen === undefined ? cycle : { ...cycle, convergeWhen };
    throw new SerializationError(
      `convergeWhen of cycle '${cycle.id}'`,
      'it is a function, which JSON cannot carry. Change it to { node, output, operator, value }.',
    );
  }),
});

const encode = (value: unknown, path: string, above: Set<unknown>): JsonValue => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value;
  if (isWorkflow(value)) return { [NESTED]: jsonOfWorkflow(value) as unknown as JsonValue };
  if (!Array.isArray(value) && !isPlainObject(value)) throw new SerializationError(path, remedyOf(value));
  if (above.has(value))
    throw new SerializationError(path, 'it contains itself. Give a tree of plain values.');
  if (Object.hasOwn(value, NESTED)) {
    throw new SerializationError(path, `the key '${NESTED}' is reserved for sub-workflows. Rename it.`);
  }
  above.add(value);
  const json = Array.isArray(value)
    ? Array.from(value, (each, index) => encode(each, `${path} at ${index}`, above))
    : Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, encode(each, `${path} at '${key}'`, above)]),
      );
  above.delete(value);
  return json;
};

const remedyOf = (value: unknown): string =>
  typeof value === 'function'
    ? 'it is a function, which JSON cannot carry. Use a CodeNode, or a node type of your own (defineNode) and pass its registry to fromJSON.'
    : `it is ${describeValue(value)}, which JSON cannot carry without loss. Use strings, finite numbers, booleans, null, lists and plain objects.`;

/**
 * The description that JSON (a value, or its text) stands for; `load` makes the sub-workflows.
 *
 * @throws {SerializationError} the JSON is not of the form that `jsonOfWorkflow` gives
 */
export const descriptionOfJson = (
  json: unknown,
  registry: NodeRegistry,
  load: (json: JsonValue, registry: NodeRegistry) => WorkflowContract,
): WorkflowDescription => {
  const value = typeof json === 'string' ? parseJson(json) : json;
  const read = v.safeParse(schema, value);
  if (!read.success) {
    throw new SerializationError(
      'a workflow from JSON',
      describeIssues(read.issues, Object.keys(schema.entries)),
      'read',
    );
  }
  const { name, nodes, connections, cycles } = read.output;
  return {
    name,
    nodes: nodes.map(({ id, type, config }) => ({
      id,
      type,
      definition: registry.get(type),
      config: decode(config, (inner) => load(inner, registry)) as Readonly<Record<string, unknown>>,
    })),
    connections,
    cycles: cycles as unknown as readonly Cycle[],
    registry,
  };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SerializationError(
      'the JSON text',
      `${messageOf(error)}. Give what JSON.stringify(workflow) has written.`,
      'read',
    );
  }
};

const decode = (value: unknown, load: (json: JsonValue) => WorkflowContract): unknown => {
  if (Array.isArray(value)) return value.map((each) => decode(each, load));
  if (!isPlainObject(value)) return value;
  if (Object.hasOwn(value, NESTED) && Object.keys(value).length === 1)
    return load(value[NESTED] as JsonValue);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decode(each, load)]));
};
