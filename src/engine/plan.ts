import type { RetryPolicy } from '../../types/runtime-options.ts';
import type { Connection, Cycle, NodeOutput, WorkflowContract } from '../../types/workflow.ts';
import type { ParameterScope } from '../nodes/node-definition.ts';
import { headOf } from '../nodes/port-path.ts';
import type { BuiltNode } from '../workflow/built-node.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { type Bodies, bodiesOf } from './bodies.ts';

/** An edge between nodes, which are numbered in plan order. */
export interface PlanEdge {
  readonly source: number;
  readonly output: string;
  /** The first segment of `output`. */
  readonly head: string;
  readonly target: number;
  readonly input: string;
  /** Whether it carries the previous iteration's value. */
  readonly back: boolean;
  /** Whether a lookup by key finds the value at `output`, when it finds something. */
  readonly direct: boolean;
}

/** An input and the edges that feed it, forward edges first, each kind in the order of `addConnection`. */
export interface Feed {
  readonly name: string;
  readonly edges: readonly PlanEdge[];
  readonly required: boolean;
}

/** A node with all that the engine asks of it, so that a run looks nothing up. */
export interface PlanNode extends Bodies {
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly feeds: readonly Feed[];
  /** Whether each feed is one forward edge. */
  readonly simple: boolean;
  /** The declared inputs, or `undefined` for a node that takes any. */
  readonly declared: ReadonlySet<string> | undefined;
  readonly required: readonly string[];
  readonly parameters: ParameterScope;
  /** The values that the config gives for inputs. */
  readonly defaults: readonly (readonly [name: string, value: unknown])[];
  /** The targets of the forward edges, one entry an edge; in a cycle only those in the same cycle. */
  readonly targets: readonly number[];
  /** The targets outside of the cycle that the node is in. */
  readonly outerTargets: readonly number[];
  /** The index of the cycle that the node is in, or -1. */
  readonly cycle: number;
  readonly retry: RetryPolicy | undefined;
  readonly timeoutMs: number | undefined;
  readonly ports: readonly string[] | 'any';
  readonly activePorts: ((output: NodeOutput) => readonly string[]) | undefined;
  readonly workflow: WorkflowContract | undefined;
}

/** A cycle of a plan. */
export interface PlanCycle {
  readonly declaration: Cycle;
  /** Its nodes, in plan order. */
  readonly members: readonly number[];
  /** Those of them without a forward edge from the cycle, in the order of `addNode`. */
  readonly first: readonly number[];
  readonly backEdges: readonly PlanEdge[];
  /** The target of its first back edge, which bears the cycle's own failures. */
  readonly entry: number;
}

/** A workflow in the form that runs are made of; it holds no state of any run. */
export interface Plan {
  readonly workflow: WorkflowContract;
  /** In plan order. */
  readonly nodes: readonly PlanNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly cycles: readonly PlanCycle[];
  /** The nodes that can be taken at once, in the order of `addNode`. */
  readonly roots: readonly number[];
  /** For each node: how many forward edges lead to it (in a cycle: from the same cycle). */
  readonly incoming: Int32Array;
  /** For each cycle: how many forward edges lead into it. */
  readonly entering: Int32Array;
}

const plans = new WeakMap<Workflow, Plan>();

/** The plan of a workflow, computed once. */
export const planOf = (workflow: Workflow): Plan => {
  let plan = plans.get(workflow);
  if (plan === undefined) {
    plan = makePlan(workflow);
    plans.set(workflow, plan);
  }
  return plan;
};

const makePlan = (workflow: Workflow): Plan => {
  const { order, cycleOf, incoming, entering } = workflow.topology;
  const built = order.map((number) => workflow.nodes[number] as BuiltNode);
  const indexOf = new Map(built.map(({ id }, index) => [id, index]));
  const cycleAt = order.map((number) => cycleOf[number] ?? -1);
  const at = (id: string): number => indexOf.get(id) ?? -1;
  const edgeOf =
    (back: boolean) =>
    (connection: Connection): PlanEdge => ({
      source: at(connection.source),
      output: connection.output,
      head: headOf(connection.output),
      target: at(connection.target),
      input: connection.input,
      back,
      direct: !connection.output.includes('.') && !(connection.output in Object.prototype),
    });
  const forward = workflow.connections.map(edgeOf(false));
  const backward = workflow.cycles.map((cycle) => cycle.edges.map(edgeOf(true)));
  const into = groupBy([...forward, ...backward.flat()], built.length, (edge) => edge.target);
  const outOf = groupBy(forward, built.length, (edge) => edge.source);
  const nodes = built.map((node, index) => {
    const sameCycle = (edge: PlanEdge): boolean => cycleAt[edge.target] === cycleAt[index];
    const inCycle = cycleAt[index] !== -1;
    const edges = outOf[index] ?? [];
    return planNode(node, index, into[index] ?? [], {
      cycle: cycleAt[index] ?? -1,
      targets: edges.filter((edge) => !inCycle || sameCycle(edge)).map((edge) => edge.target),
      outerTargets: edges.filter((edge) => inCycle && !sameCycle(edge)).map((edge) => edge.target),
    });
  });
  const planned = Int32Array.from(order, (number) => incoming[number] ?? 0);
  // In the order of `addNode`, which `order` itself is not.
  const added = workflow.nodes.map(({ id }) => at(id));
  const cycles = workflow.cycles.map((declaration, cycle): PlanCycle => {
    const backEdges = backward[cycle] ?? [];
    return {
      declaration,
      members: nodes.filter((node) => node.cycle === cycle).map(({ index }) => index),
      first: added.filter((index) => cycleAt[index] === cycle && planned[index] === 0),
      backEdges,
      entry: backEdges[0]?.target ?? -1,
    };
  });
  const roots = added.filter((index) => {
    const cycle = cycleAt[index] ?? -1;
    return planned[index] === 0 && (cycle === -1 || entering[cycle] === 0);
  });
  return { workflow, nodes, indexOf, cycles, roots, incoming: planned, entering };
};

const groupBy = <T>(
  items: readonly T[],
  size: number,
  keyOf: (item: T) => number,
): readonly (readonly T[])[] => {
  const groups: T[][] = Array.from({ length: size }, () => []);
  for (const item of items) groups[keyOf(item)]?.push(item);
  return groups;
};

const planNode = (
  node: BuiltNode,
  index: number,
  edges: readonly PlanEdge[],
  place: Pick<PlanNode, 'cycle' | 'targets' | 'outerTargets'>,
): PlanNode => {
  const { id, type, config, definition, prepared } = node;
  const declared = definition.inputs === 'any' ? undefined : definition.inputs;
  const required = Object.keys(declared ?? {}).filter((name) => declared?.[name]?.required === true);
  const feeds = new Map<string, PlanEdge[]>();
  for (const edge of edges) {
    const known = feeds.get(edge.input);
    if (known === undefined) feeds.set(edge.input, [edge]);
    else known.push(edge);
  }
  const values =
    declared === undefined ? ((config.inputs ?? {}) as Readonly<Record<string, unknown>>) : config;
  const behaviour = prepared.behaviour;
  return {
    index,
    id,
    type,
    config,
    feeds: [...feeds].map(([name, fed]) => ({ name, edges: fed, required: required.includes(name) })),
    simple: [...feeds.values()].every((fed) => fed.length === 1 && fed[0]?.back === false),
    declared: declared === undefined ? undefined : new Set(Object.keys(declared)),
    required,
    parameters: definition.parameters,
    defaults: Object.entries(values).filter(
      ([name]) => declared === undefined || Object.hasOwn(declared, name),
    ),
    ...place,
    retry: config.retry as RetryPolicy | undefined,
    timeoutMs: prepared.keepsTimeLimit === true ? undefined : (config.timeoutMs as number | undefined),
    ports: prepared.outputs,
    activePorts: prepared.activePorts,
    workflow: typeof behaviour === 'object' && 'workflow' in behaviour ? behaviour.workflow : undefined,
    ...bodiesOf(id, type, behaviour),
  };
};
