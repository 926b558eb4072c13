import type { ConditionAnalysis, ConditionalNode, ConditionalPort } from '../../types/execution-plan.ts';
import { type EdgeState, isInactive, isSkipped } from './liveness.ts';
import type { Plan, PlanEdge, PlanNode } from './plan.ts';

/** The branches of a workflow: what each port of each routing node leads to, and where branches meet again. */
export const analyzeConditions = (plan: Plan): ConditionAnalysis => {
  const routing = plan.nodes.filter((node) => node.activePorts !== undefined);
  const depths = depthsOf(plan);
  const conditionals = routing.map(
    (node): ConditionalNode => ({
      nodeId: node.id,
      ports: portsOf(plan, node),
      depth: depths[node.index] ?? 0,
    }),
  );
  return { pattern: patternOf(conditionals), conditionals, joins: joinsOf(plan, routing) };
};

const patternOf = (conditionals: readonly ConditionalNode[]): ConditionAnalysis['pattern'] => {
  if (conditionals.length === 0) return 'none';
  if (conditionals.some(({ depth }) => depth > 0)) return 'nested';
  return conditionals.length === 1 ? 'single' : 'multiple';
};

/** The forward edges into a node. */
const edgesInto = (node: PlanNode): readonly PlanEdge[] =>
  node.feeds.flatMap((feed) => feed.edges.filter((edge) => !edge.back));

const idOf = (plan: Plan, index: number): string => (plan.nodes[index] as PlanNode).id;

const isAt = (edge: PlanEdge, port: string): boolean => edge.output === port || edge.head === port;

const portsOf = (plan: Plan, node: PlanNode): Readonly<Record<string, ConditionalPort>> => {
  const ports: Record<string, ConditionalPort> = {};
  const leaving = plan.nodes.flatMap(edgesInto).filter((edge) => edge.source === node.index);
  for (const port of node.ports === 'any' ? [] : node.ports) {
    const own = leaving.filter((edge) => isAt(edge, port));
    if (own.length === 0) continue;
    const targets = [...new Set(own.map((edge) => idOf(plan, edge.target)))];
    ports[port] = { targets, exclusive: skippedWithout(plan, node, port) };
  }
  return ports;
};

const skippedWithout = (plan: Plan, node: PlanNode, port: string): readonly string[] => {
  const active = node.ports === 'any' ? [] : node.ports.filter((each) => each !== port);
  const skipped = new Set<number>();
  const stateOf = (edge: PlanEdge): EdgeState => {
    if (skipped.has(edge.source)) return 'dead';
    return edge.source === node.index && isInactive(edge, node, active) ? 'dead' : 'value';
  };
  for (const each of plan.nodes) if (isSkipped(each, stateOf, false)) skipped.add(each.index);
  return [...skipped].map((index) => idOf(plan, index));
};

const depthsOf = (plan: Plan): readonly number[] => {
  const depths = plan.nodes.map(() => 0);
  for (const node of plan.nodes) {
    for (const { source } of edgesInto(node)) {
      const through = (depths[source] ?? 0) + (plan.nodes[source]?.activePorts === undefined ? 0 : 1);
      depths[node.index] = Math.max(depths[node.index] ?? 0, through);
    }
  }
  return depths;
};

// A node is a join if two of its edges come from different ports of one routing node, at whatever distance.
const joinsOf = (plan: Plan, routing: readonly PlanNode[]): readonly string[] => {
  const joins = new Set<number>();
  for (const node of routing) {
    const reached = new Map<number, ReadonlySet<string>>();
    for (const each of plan.nodes) {
      const labels = edgesInto(each)
        .map((edge) => (edge.source === node.index ? new Set([edge.head]) : reached.get(edge.source)))
        .filter((label) => label !== undefined && label.size > 0);
      const union = new Set(labels.flatMap((label) => [...(label ?? [])]));
      reached.set(each.index, union);
      if (labels.some((label) => label !== undefined && label.size < union.size)) joins.add(each.index);
    }
  }
  return [...joins].sort((left, right) => left - right).map((index) => idOf(plan, index));
};
