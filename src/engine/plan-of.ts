import type { BulkheadPolicy, CircuitBreakerPolicy } from '../../types/resilience.ts';
import type { RetryPolicy } from '../../types/runtime-options.ts';
import type { Connection } from '../../types/workflow.ts';
import { headOf } from '../nodes/port-path.ts';
import type { BuiltNode } from '../workflow/built-node.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { bodiesOf } from './bodies.ts';
import { interned } from './interned.ts';
import type { Plan, PlanCycle, PlanEdge, PlanNode } from './plan.ts';

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
      output: interned(connection.output),
      head: headOf(connection.output),
      target: at(connection.target),
      input: interned(connection.input),
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
  return {
    workflow,
    isGuarded: nodes.some(isGuarded),
    nodes,
    indexOf,
    cycles,
    roots,
    incoming: planned,
    entering,
  };
};

/** Whether a node has a circuit breaker or a bulkhead of its own. */
export const isGuarded = ({ circuitBreaker, bulkhead }: PlanNode): boolean =>
  circuitBreaker !== undefined || bulkhead !== undefined;

const groupBy = <T>(
  items: readonly T[],
  size: number,
  keyOf: (item: T) => number,
): readonly (readonly T[])[] => {
  const groups: T[][] = Array.from({ length: size }, () => []);
  for (const item of items) groups[keyOf(item)]?.push(item);
  return groups;
};

/** A node of a plan; `edges` are those that lead to it. */
export const planNode = (
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
  const { behaviour } = prepared;
  const nested = typeof behaviour === 'object' ? behaviour : undefined;
  const { cycle, targets, outerTargets } = place;
  const { blocking, concurrent } = bodiesOf(id, type, behaviour);
  // Each node of each run reads this: no spread, so that all lies in the object itself, and what is read most side by side.
  return {
    index,
    cycle,
    singleEdges: edges.length === feeds.size && !edges.some(({ back }) => back) ? edges : undefined,
    defaults: orNone(
      Object.entries(values).filter(([name]) => declared === undefined || Object.hasOwn(declared, name)),
    ),
    required: orNone(required),
    timeoutMs: prepared.keepsTimeLimit === true ? undefined : (config.timeoutMs as number | undefined),
    workflow: nested !== undefined && 'workflow' in nested ? nested.workflow : undefined,
    loop: nested !== undefined && 'loop' in nested ? nested.loop : undefined,
    blocking,
    concurrent,
    activePorts: prepared.activePorts,
    targets,
    outerTargets,
    id: interned(id),
    type,
    config,
    feeds: [...feeds].map(([name, fed]) => ({ name, edges: fed, required: required.includes(name) })),
    declared: declared === undefined ? undefined : new Set(Object.keys(declared)),
    parameters: definition.parameters,
    retry: config.retry as RetryPolicy | undefined,
    circuitBreaker: config.circuitBreaker as CircuitBreakerPolicy | undefined,
    bulkhead: config.bulkhead as BulkheadPolicy | undefined,
    ports: prepared.outputs,
  };
};

const NONE: readonly never[] = [];

// One empty list for all nodes: it stays in the processor's cache, where a list a node would not.
const orNone = <T>(items: readonly T[]): readonly T[] => (items.length === 0 ? NONE : items);
