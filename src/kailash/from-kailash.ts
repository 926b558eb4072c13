import type { Connection, ConvergenceCondition } from '../../types/workflow.ts';
import { KailashImportError, type KailashProblem } from '../errors/kailash-import-error.ts';
import { messageOf } from '../errors/message-of.ts';
import { suggest } from '../errors/suggest.ts';
import { builtinNodes } from '../workflow/builtin-nodes.ts';
import { Workflow } from '../workflow/workflow.ts';
import type { NodeDescription } from '../workflow/workflow-description.ts';
import { parseYaml } from '../workflow/yaml.ts';
import { cyclesOf, type KailashEdge } from './kailash-cycles.ts';
import { Unmapped } from './kailash-entry.ts';
import { type KailashNode, kailashNodes } from './kailash-nodes.ts';
import { type PortNames, portOf } from './kailash-port.ts';
import { type ExportedNode, readShape } from './kailash-shape.ts';

/**
 * The workflow that the Kailash Python SDK has exported: what `Workflow.to_dict()` answers, or its JSON or YAML text.
 *
 * Node types, ports and entries of configs are given the names that they have here. What has no counterpart is not left out: all
 * of it is told at once, and nothing is built.
 *
 * @throws {KailashImportError} something in it has no counterpart here
 * @throws {LockstepError} what the constructor of `Workflow` throws
 * @example
 * ```ts
 * import { fromKailash, LocalRuntime } from 'lockstep';
 * const workflow = fromKailash({
 *   name: 'sum',
 *   nodes: { add: { node_type: 'PythonCodeNode', config: { code: "result = {'sum': 1 + 2}" } } },
 *   connections: [],
 * });
 * new LocalRuntime().execute(workflow).results.add; // { sum: 3 }
 * ```
 */
export const fromKailash = (exported: unknown): Workflow => {
  const problems: KailashProblem[] = [];
  const { name, nodes, connections } = readShape(valueOfText(exported, problems), problems);
  const mapped = nodes.map((node) => mapNode(node, problems));
  const edges = connections.map(
    ({ cycle, ...edge }, index): KailashEdge => ({ edge, path: `connections.${index}`, cycle }),
  );
  const types = new Map(nodes.map(({ id, type }) => [id, kailashNodes[type]]));
  const known = new Map(edges.map(({ edge, path }) => [edge, mapEdge(edge, path, types, problems)]));
  const here = (edge: Connection): Connection => known.get(edge) ?? edge;
  const cycles = cyclesOf(edges, problems).map(({ convergeWhen: end, ...cycle }) => ({
    ...cycle,
    edges: cycle.edges.map(here),
    ...(typeof end === 'object' && { convergeWhen: mapEnd(end, types) }),
  }));
  if (problems.length > 0) throw new KailashImportError(problems);
  const forward = edges.flatMap(({ edge, cycle }) => (cycle === undefined ? [here(edge)] : []));
  return new Workflow({ name, nodes: mapped, connections: forward, cycles, registry: builtinNodes });
};

const valueOfText = (exported: unknown, problems: KailashProblem[]): unknown => {
  if (typeof exported !== 'string') return exported;
  try {
    // Every JSON text is YAML, but only JSON's own reader says what is wrong with it in its words.
    return exported.trimStart().startsWith('{') ? JSON.parse(exported) : parseYaml(exported);
  } catch (error) {
    problems.push({ path: 'workflow', detail: `is neither JSON nor YAML (${messageOf(error)}).` });
    return { nodes: { unread: { node_type: 'MergeNode' } } };
  }
};

type Types = ReadonlyMap<string, KailashNode | undefined>;

const mapEdge = (edge: Connection, path: string, types: Types, problems: KailashProblem[]): Connection => {
  const { source, output, target, input } = edge;
  const mapPort = (port: string, names: PortNames | undefined, entry: string): string => {
    const mapped = portOf(port, names);
    if (!(mapped instanceof Unmapped)) return mapped;
    problems.push({ path: `${path}.${entry}`, detail: `is '${port}', which ${mapped.detail}` });
    return port;
  };
  return {
    source,
    output: mapPort(output, types.get(source)?.outputs, 'source_output'),
    target,
    input: mapPort(input, types.get(target)?.inputs, 'target_input'),
  };
};

const mapEnd = (end: ConvergenceCondition, types: Types): ConvergenceCondition => {
  const output = portOf(end.output, types.get(end.node)?.outputs);
  return output instanceof Unmapped ? end : { ...end, output };
};

const mapNode = ({ id, type, config }: ExportedNode, problems: KailashProblem[]): NodeDescription => {
  const node = Object.hasOwn(kailashNodes, type) ? kailashNodes[type] : undefined;
  if (node === undefined) {
    problems.push({
      path: `nodes.${id}.node_type`,
      detail: `is '${type}', which has no counterpart here. Replace it by one that has, or build it anew with defineNode. ${suggest(type, Object.keys(kailashNodes), 'Known')}`,
    });
    return { id, type, definition: undefined, config };
  }
  const entries = Object.entries(config).map(([key, value]) =>
    mapEntry(node, [key, value], config, `nodes.${id}.config.${key}`, problems),
  );
  return {
    id,
    type: node.type,
    definition: builtinNodes.get(node.type),
    config: Object.assign({}, ...entries),
  };
};

const REDACTED = '***REDACTED***';

const mapEntry = (
  node: KailashNode,
  [key, value]: readonly [string, unknown],
  config: Readonly<Record<string, unknown>>,
  path: string,
  problems: KailashProblem[],
): Readonly<Record<string, unknown>> => {
  const problem = (detail: string): Readonly<Record<string, unknown>> => {
    problems.push({ path, detail });
    return {};
  };
  const text = JSON.stringify(value) ?? '';
  if (text.includes(REDACTED)) {
    return problem('was redacted by the export. Give its value, or what it is taken from.');
  }
  if (key !== 'code' && /\$\{\w+\}/.test(text)) {
    return problem(
      'holds a template (a name in braces behind a dollar sign), which nothing here resolves. Connect the value, or give it as a parameter.',
    );
  }
  const entry = Object.hasOwn(node.entries, key) ? node.entries[key] : undefined;
  if (entry === undefined) {
    return problem(
      `is no entry of a ${node.type} here. Remove it, or give it as a parameter. ${suggest(key, Object.keys(node.entries), 'Known')}`,
    );
  }
  const mapped = entry(value, config);
  return mapped instanceof Unmapped ? problem(mapped.detail) : mapped;
};
