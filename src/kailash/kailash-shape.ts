import * as v from 'valibot';
import type { KailashProblem } from '../errors/kailash-import-error.ts';
import { isPlainObject } from '../nodes/plain-object.ts';

/** An exported node. */
export interface ExportedNode {
  readonly id: string;
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** An exported connection; `cycle` is what makes it part of a cycle. */
export interface ExportedConnection {
  readonly source: string;
  readonly output: string;
  readonly target: string;
  readonly input: string;
  readonly cycle: Readonly<Record<string, unknown>> | undefined;
}

/** An exported workflow, whichever of its forms it came in. */
export interface ExportedWorkflow {
  readonly name: string;
  readonly nodes: readonly ExportedNode[];
  readonly connections: readonly ExportedConnection[];
}

const text = v.pipe(v.string(), v.nonEmpty());
const record = v.custom<Readonly<Record<string, unknown>>>(isPlainObject);
const node = v.union([
  v.pipe(
    v.looseObject({ node_type: text, config: v.optional(v.nullable(record)) }),
    v.transform(({ node_type, config }) => ({ type: node_type, config: config ?? {} })),
  ),
  v.pipe(
    v.looseObject({ type: text, config: v.optional(v.nullable(record)), parameters: v.optional(record) }),
    v.transform(({ type, config, parameters }) => ({ type, config: config ?? parameters ?? {} })),
  ),
]);
const connection = v.union([
  v.looseObject({ source_node: text, source_output: text, target_node: text, target_input: text }),
  v.pipe(
    v.looseObject({
      from: text,
      to: text,
      // What the builder of the SDK connects unless told otherwise.
      from_output: v.optional(text, 'result'),
      to_input: v.optional(text, 'input'),
    }),
    v.transform(({ from, to, from_output, to_input, ...others }) => ({
      ...others,
      ...{ source_node: from, source_output: from_output, target_node: to, target_input: to_input },
    })),
  ),
]);

/** Reads an exported workflow, whether nodes stand in a list or by their ids; what is of no known form is a problem. */
export const readShape = (exported: unknown, problems: KailashProblem[]): ExportedWorkflow => {
  const problem = (path: string, detail: string): undefined => {
    problems.push({ path, detail });
  };
  if (!isPlainObject(exported)) {
    problem('workflow', 'is no object. Give what Workflow.to_dict(), to_json() or to_yaml() has answered.');
    return { name: '', nodes: [], connections: [] };
  }
  const { name, workflow_id, nodes, connections = [] } = exported;
  const listed = Array.isArray(nodes)
    ? nodes.map((each): readonly [string, unknown] => [String(Object(each).node_id ?? Object(each).id), each])
    : isPlainObject(nodes)
      ? Object.entries(nodes)
      : [];
  if (listed.length === 0) problem('nodes', 'are missing. Give what Workflow.to_dict() has answered.');
  const read: ExportedNode[] = [];
  for (const [id, each] of listed) {
    const result = v.safeParse(node, each);
    if (result.success) read.push({ id, ...result.output });
    else problem(`nodes.${id}`, "is no node. Give { node_type: 'SwitchNode', config: { ... } }.");
  }
  const edges: ExportedConnection[] = [];
  for (const [index, each] of (Array.isArray(connections) ? connections : [connections]).entries()) {
    const result = v.safeParse(connection, each);
    if (result.success) edges.push(edgeOf(result.output));
    else {
      problem(
        `connections.${index}`,
        'is no connection. Give { source_node, source_output, target_node, target_input }.',
      );
    }
  }
  return { name: String(name ?? workflow_id ?? 'workflow'), nodes: read, connections: edges };
};

const edgeOf = (read: {
  readonly source_node: string;
  readonly source_output: string;
  readonly target_node: string;
  readonly target_input: string;
  readonly [other: string]: unknown;
}): ExportedConnection => {
  const { source_node, source_output, target_node, target_input, ...others } = read;
  const cycle = others.cycle === true ? others : undefined;
  return { source: source_node, output: source_output, target: target_node, input: target_input, cycle };
};
