import type { Plan, PlanNode } from './plan.ts';

/** Which nodes may be taken: the ready queue of SEMANTICS.md, section "Order"; it costs one step an edge. */
export class Frontier {
  readonly #plan: Plan;
  readonly #waiting: Int32Array;
  readonly #closed: Int32Array;
  /** How many members of each cycle have not settled in this iteration. */
  readonly #open: Int32Array;
  #queue: number[];
  #head = 0;
  readonly #onCycle: (cycle: number) => undefined;

  /** @param onCycle - told of each iteration that has ended, by the index of its cycle */
  constructor(plan: Plan, onCycle: (cycle: number) => undefined) {
    this.#plan = plan;
    this.#onCycle = onCycle;
    this.#waiting = plan.incoming.slice();
    this.#closed = plan.entering.slice();
    this.#open = Int32Array.from(plan.cycles, (cycle) => cycle.members.length);
    this.#queue = [...plan.roots];
  }

  /** Takes the node that has been ready longest. */
  take(): PlanNode | undefined {
    const index = this.#queue[this.#head];
    if (index === undefined) return undefined;
    this.#head++;
    // The queue is cut now and then, so that a long chain does not keep all of its past.
    if (this.#head > 4096) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return this.#plan.nodes[index];
  }

  /** Puts nodes that were taken and have not settled before all others. */
  putBack(nodes: readonly PlanNode[]): undefined {
    this.#queue = [...nodes.map(({ index }) => index), ...this.#queue.slice(this.#head)];
    this.#head = 0;
  }

  /** Says that a node has settled, so that its targets may become ready. */
  settle(node: PlanNode): undefined {
    for (const target of node.targets) this.#release(target, node.cycle);
    const { cycle } = node;
    if (cycle === -1) return;
    const open = (this.#open[cycle] ?? 0) - 1;
    this.#open[cycle] = open;
    if (open === 0) this.#onCycle(cycle);
  }

  /** Readies the first nodes of a cycle's further iteration. */
  restart(cycle: number): undefined {
    const { members, first } = this.#cycle(cycle);
    for (const member of members) this.#waiting[member] = this.#plan.incoming[member] ?? 0;
    this.#open[cycle] = members.length;
    for (const member of first) this.#queue.push(member);
  }

  /** Says that a cycle has settled as a whole. */
  settleCycle(cycle: number): undefined {
    for (const member of this.#cycle(cycle).members) {
      const node = this.#plan.nodes[member] as PlanNode;
      for (const target of node.outerTargets) this.#release(target, cycle);
    }
  }

  #cycle(cycle: number): Plan['cycles'][number] {
    return this.#plan.cycles[cycle] as Plan['cycles'][number];
  }

  #release(target: number, from: number): undefined {
    const cycle = (this.#plan.nodes[target] as PlanNode).cycle;
    if (cycle !== -1 && cycle !== from) {
      const closed = (this.#closed[cycle] ?? 0) - 1;
      this.#closed[cycle] = closed;
      if (closed === 0) for (const member of this.#cycle(cycle).first) this.#queue.push(member);
      return;
    }
    const waiting = (this.#waiting[target] ?? 0) - 1;
    this.#waiting[target] = waiting;
    if (waiting === 0) this.#queue.push(target);
  }
}
