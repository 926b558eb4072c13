import type { Connection } from '../../types/workflow.ts';
import { KailashImportError, type KailashProblem } from '../errors/kailash-import-error.ts';
import { messageOf } from '../errors/message-of.ts';
import { suggest } from '../errors/suggest.ts';
import { headOf } from '../nodes/port-path.ts';
import { builtinNodes } from '../workflow/builtin-nodes.ts';
import { Workflow } from '../workflow/workflow.ts';
import type { NodeDescription } from '../workflow/workflow-description.ts';
import { parseYaml } from '../workflow/yaml.ts';
import { type CycleEdge, cyclesOf } from './kailash-cycles.ts';
import { Unmapped } from './kailash-entry.ts';
import { type KailashNode, kailashNodes } from './kailash-nodes.ts';
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
  const types = new Map(nodes.map(({ id, type }) => [id, kailashNodes[type]]));
  const forward: Connection[] = [];
  const back: CycleEdge[] = [];
  for (const [index, { source, output, target, input, cycle }] of connections.entries()) {
    const edge = {
      source,
      output: portOf(output, types.get(source)?.outputs),
      target,
      input: portOf(input, types.get(target)?.inputs),
    };
    if (cycle === undefined) forward.push(edge);
    else back.push({ edge, path: `connections.${index}`, says: cycle });
  }
  const cycles = cyclesOf(back, problems);
  if (problems.length > 0) throw new KailashImportError(problems);
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

const portOf = (port: string, names: Readonly<Record<string, string>> = {}): string => {
  const head = headOf(port);
  const rest = port.slice(head.length);
  if (Object.hasOwn(names, head)) return `${names[head]}${rest}`;
  // Asynchronous nodes of the SDK wrap their outputs in one called `result`, which stands for the whole output here.
  return head === 'result' && rest !== '' ? `result.${portOf(rest.slice(1), names)}` : port;
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
    mapEntry(node, key, value, `nodes.${id}.config.${key}`, problems),
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
  key: string,
  value: unknown,
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
  const mapped = entry(value);
  return mapped instanceof Unmapped ? problem(mapped.detail) : mapped;
};
