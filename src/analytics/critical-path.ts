import type { CriticalNode, CriticalPath } from '../../types/execution-analytics.ts';
import type { NodeRecord, RunRecord } from '../../types/run-history.ts';
import { type Dependent, dependencies } from './dependencies.ts';
import { microseconds } from './microseconds.ts';

/**
 * The critical path of a run: the longest chain through what it executed, by measured durations, and the slack (total float) of each
 * node. A cycle counts iteration by iteration; a skipped or reused node takes no time. Nodes inside of sub-workflows and loops are part
 * of their node's duration.
 *
 * @see Kelley, J. E., Walker, M. R.: Critical-Path Planning and Scheduling, 1959
 *
 * @example
 * ```ts
 * import { criticalPath, LocalRuntime, MemoryRunHistoryStore, WorkflowBuilder } from 'lockstep';
 * const runtime = new LocalRuntime({ analytics: { store: new MemoryRunHistoryStore() } });
 * runtime.execute(new WorkflowBuilder().addNode('FunctionNode', 'a', { run: () => 1 }).build());
 * const [record] = runtime.getRunHistory();
 * if (record) criticalPath(record).nodes.map(({ nodeId }) => nodeId); // ['a']
 * ```
 */
export const criticalPath = (record: RunRecord): CriticalPath => {
  const all = dependencies(record);
  const { finish, latest } = schedule(all);
  let end = -1;
  finish.forEach((at, index) => {
    // The later one of two that end together: what runs last and takes no time is part of the chain all the same.
    if (at >= (finish[end] ?? 0)) end = index;
  });
  const lengthMs = finish[end] ?? 0;
  const chain: number[] = [];
  for (let at: number | undefined = end === -1 ? undefined : end; at !== undefined; ) {
    chain.unshift(at);
    at = latest[at];
  }
  const slack = slackOf(all, finish, lengthMs);
  return {
    lengthMs,
    overheadMs: microseconds(Math.max(0, record.durationMs - lengthMs)),
    nodes: chain.flatMap((at) => executed(all[at]?.node)),
    slack: all.flatMap(({ node }, index) =>
      executed(node).map((each) => ({ ...each, slackMs: slack[index] ?? 0 })),
    ),
  };
};

const durationOf = ({ startMs, endMs }: NodeRecord): number => microseconds(endMs - startMs);

const executed = (node: NodeRecord | undefined): readonly CriticalNode[] => {
  if (node === undefined || node.outcome === 'skipped' || node.outcome === 'reused') return [];
  const { nodeId, iteration } = node;
  return [{ nodeId, ...(iteration !== undefined && { iteration }), durationMs: durationOf(node) }];
};

/** The earliest end of each node, and which of those it waited for ended last. */
const schedule = (all: readonly Dependent[]) => {
  const finish: number[] = [];
  const latest: (number | undefined)[] = [];
  for (const { node, waitsFor } of all) {
    const last = waitsFor.reduce<number | undefined>(
      (one, other) => (one === undefined || (finish[other] ?? 0) > (finish[one] ?? 0) ? other : one),
      undefined,
    );
    latest.push(last);
    finish.push(microseconds((last === undefined ? 0 : (finish[last] ?? 0)) + durationOf(node)));
  }
  return { finish, latest };
};

const slackOf = (
  all: readonly Dependent[],
  finish: readonly number[],
  lengthMs: number,
): readonly number[] => {
  const due = all.map(() => lengthMs);
  for (let index = all.length - 1; index >= 0; index--) {
    const { node, waitsFor } = all[index] as Dependent;
    const startBy = (due[index] ?? 0) - durationOf(node);
    for (const source of waitsFor) due[source] = Math.min(due[source] ?? 0, startBy);
  }
  return due.map((at, index) => microseconds(at - (finish[index] ?? 0)));
};
