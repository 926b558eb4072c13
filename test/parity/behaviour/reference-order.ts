import type { Connection } from '../../../types/index.ts';
import type { CycleDescription, NodeDescription, WorkflowDescription } from './description.ts';
import type { RuleBook } from './rules.ts';

/** What is done with each node in turn. */
export interface Visitor {
  /** Runs or skips a node; answers whether it settled (an abandoned one holds back its dependents for good). */
  readonly visit: (node: NodeDescription, iteration: number | undefined) => boolean;
  /** Told after each iteration; answers whether another follows. */
  readonly again: (cycle: CycleDescription, iteration: number) => boolean;
}

/** The ids that `from` leads to over these edges, `from` included. */
const reach = (from: readonly string[], edges: readonly Connection[]): ReadonlySet<string> => {
  const seen = new Set(from);
  for (const id of seen) for (const edge of edges) if (edge.source === id) seen.add(edge.target);
  return seen;
};

/** The cycle that each node is in: those on a path from a back edge's target to a back edge's source. */
export const cyclesByNode = ({
  edges,
  cycles,
}: WorkflowDescription): ReadonlyMap<string, CycleDescription> => {
  const turned = edges.map((edge) => ({ ...edge, source: edge.target, target: edge.source }));
  const found = new Map<string, CycleDescription>();
  for (const cycle of cycles) {
    const below = reach(
      cycle.edges.map((edge) => edge.target),
      edges,
    );
    const above = reach(
      cycle.edges.map((edge) => edge.source),
      turned,
    );
    for (const id of below) if (above.has(id)) found.set(id, cycle);
  }
  return found;
};

/** Takes the nodes one at a time, as the section "Order" says. */
export const takeInOrder = (
  workflow: WorkflowDescription,
  { visit, again }: Visitor,
  book: RuleBook,
): undefined => {
  const cycleOf = cyclesByNode(workflow);
  const queue: NodeDescription[] = [];
  const enqueue = (nodes: readonly NodeDescription[]): undefined => {
    for (const node of nodes) {
      if (queue.length === 0 || book.holds('queue: first in, first out')) queue.push(node);
      else queue.unshift(node);
    }
  };
  const inSameCycle = ({ source, target }: Connection): boolean =>
    cycleOf.has(source) && cycleOf.get(source) === cycleOf.get(target);
  const into = (id: string): readonly Connection[] => workflow.edges.filter(({ target }) => target === id);
  const members = (cycle: CycleDescription): readonly NodeDescription[] =>
    workflow.nodes.filter(({ id }) => cycleOf.get(id) === cycle);

  const waitsFor = new Map<string, number>();
  const cycleWaitsFor = new Map<string, number>();
  for (const cycle of workflow.cycles) {
    const fromOutside = members(cycle).flatMap(({ id }) => into(id).filter((edge) => !inSameCycle(edge)));
    cycleWaitsFor.set(cycle.id, fromOutside.length);
  }
  const iterations = new Map<string, number>();
  const unsettled = new Map<string, number>();
  const firstTaken = new Map<string, string[]>();

  const startIteration = (cycle: CycleDescription): undefined => {
    iterations.set(cycle.id, (iterations.get(cycle.id) ?? 0) + 1);
    unsettled.set(cycle.id, members(cycle).length);
    for (const { id } of members(cycle)) waitsFor.set(id, into(id).filter(inSameCycle).length);
    enqueue(members(cycle).filter(({ id }) => waitsFor.get(id) === 0));
  };

  const lookAt = (edge: Connection): undefined => {
    const cycle = cycleOf.get(edge.target);
    if (cycle !== undefined && !inSameCycle(edge)) {
      const left = (cycleWaitsFor.get(cycle.id) ?? 0) - 1;
      cycleWaitsFor.set(cycle.id, left);
      if (left === 0 && book.holds('cycle: waits for every source outside')) startIteration(cycle);
      return;
    }
    const left = (waitsFor.get(edge.target) ?? 0) - 1;
    waitsFor.set(edge.target, left);
    const entersNow = left === 0 && book.holds('queue: a target enters after its last unsettled edge');
    if (entersNow) enqueue(workflow.nodes.filter(({ id }) => id === edge.target));
  };

  const settle = (node: NodeDescription): undefined => {
    const cycle = cycleOf.get(node.id);
    const outgoing = workflow.edges.filter(({ source }) => source === node.id);
    for (const edge of outgoing) if (cycle === undefined || inSameCycle(edge)) lookAt(edge);
    if (cycle === undefined) return;
    const left = (unsettled.get(cycle.id) ?? 0) - 1;
    unsettled.set(cycle.id, left);
    if (left > 0) return;
    if (again(cycle, iterations.get(cycle.id) ?? 0)) {
      startIteration(cycle);
      return;
    }
    for (const id of firstTaken.get(cycle.id) ?? []) {
      for (const edge of workflow.edges) if (edge.source === id && !inSameCycle(edge)) lookAt(edge);
    }
  };

  const starters: NodeDescription[] = [];
  for (const node of workflow.nodes) {
    const cycle = cycleOf.get(node.id);
    if (cycle === undefined) {
      waitsFor.set(node.id, into(node.id).length);
      if (into(node.id).length === 0) starters.push(node);
    } else if (cycleWaitsFor.get(cycle.id) === 0) {
      if (!iterations.has(cycle.id)) {
        iterations.set(cycle.id, 1);
        unsettled.set(cycle.id, members(cycle).length);
      }
      waitsFor.set(node.id, into(node.id).length);
      if (into(node.id).length === 0) starters.push(node);
    }
  }
  enqueue(book.holds('queue: starts in the order of addNode') ? starters : starters.toReversed());

  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    const cycle = cycleOf.get(node.id);
    const iteration = cycle && iterations.get(cycle.id);
    if (cycle !== undefined && iteration === 1) {
      firstTaken.set(cycle.id, [...(firstTaken.get(cycle.id) ?? []), node.id]);
    }
    if (visit(node, iteration)) settle(node);
  }
};

/** The ids in the order in which one-at-a-time execution takes them, every cycle running once. */
export const planOrder = (workflow: WorkflowDescription, book: RuleBook): readonly string[] => {
  const order: string[] = [];
  const visit = ({ id }: NodeDescription): boolean => {
    order.push(id);
    return true;
  };
  takeInOrder(workflow, { visit, again: () => false }, book);
  return order;
};
