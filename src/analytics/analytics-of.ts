import type { BranchAnalytics, ExecutionAnalytics, NodeAnalytics } from '../../types/execution-analytics.ts';
import type { NodeRecord, RecordedStatus, RunRecord } from '../../types/run-history.ts';
import { criticalPath } from './critical-path.ts';
import { Histogram } from './histogram.ts';
import { microseconds } from './microseconds.ts';
import { RetryCount } from './retry-count.ts';

/** What is counted of one node of a workflow. */
interface NodeCount {
  readonly workflow: string;
  readonly path: string;
  nodeType: string;
  readonly outcomes: Record<NodeRecord['outcome'], number>;
  readonly durations: Histogram;
  readonly retry: RetryCount;
  critical: number;
  /** How often each port was active; `undefined` where the node has never told. */
  ports: Map<string, number> | undefined;
  routed: number;
}

/** What records have in common. */
export const analyticsOf = (records: readonly RunRecord[], unstored: number): ExecutionAnalytics => {
  const durations = new Histogram();
  const retry = new RetryCount();
  const counts = new Map<string, NodeCount>();
  for (const record of records) {
    if (record.origin !== 'answered') durations.add(record.durationMs);
    const critical = new Set(
      criticalPath(record).nodes.map(({ nodeId, iteration = 0 }) => `${iteration} ${nodeId}`),
    );
    for (const node of record.nodes) {
      const count = countOf(counts, record.workflow, node);
      take(count, node);
      retry.add(node);
      const { parent, nodeId, iteration = 0 } = node;
      if (parent === undefined && critical.has(`${iteration} ${nodeId}`)) count.critical++;
    }
  }
  const nodes = [...counts.values()].toSorted(byPlace);
  const executedNodes = sum(nodes.map(executions));
  const reusedNodes = sum(nodes.map(({ outcomes }) => outcomes.reused));
  const having = (status: RecordedStatus): number => records.filter((each) => each.status === status).length;
  const starts = records.map(({ startedAt }) => startedAt);
  return {
    runs: {
      total: records.length,
      completed: having('completed'),
      partial: having('partial'),
      failed: having('failed'),
      cancelled: having('cancelled'),
      successRate: shareOf(having('completed'), records.length),
      firstStartedAt: starts.length === 0 ? null : starts.reduce((one, other) => Math.min(one, other)),
      lastStartedAt: starts.length === 0 ? null : starts.reduce((one, other) => Math.max(one, other)),
      durations: durations.statistics(),
    },
    nodes: nodes.map(nodeAnalytics),
    branches: nodes.flatMap(branchAnalytics),
    retry: retry.analytics(),
    reuse: {
      resumedRuns: records.filter(({ origin }) => origin === 'resumed').length,
      answeredRuns: records.filter(({ origin }) => origin === 'answered').length,
      reusedNodes,
      executedNodes,
      rate: shareOf(reusedNodes, reusedNodes + executedNodes),
    },
    unstored,
    leftOut: sum(records.map(({ leftOut }) => leftOut)),
  };
};

const countOf = (
  counts: Map<string, NodeCount>,
  workflow: string,
  { path, nodeType }: NodeRecord,
): NodeCount => {
  const key = JSON.stringify([workflow, path]);
  let count = counts.get(key);
  if (count === undefined) {
    count = {
      workflow,
      path,
      nodeType,
      outcomes: { completed: 0, failed: 0, skipped: 0, aborted: 0, reused: 0 },
      durations: new Histogram(),
      retry: new RetryCount(),
      critical: 0,
      ports: undefined,
      routed: 0,
    };
    counts.set(key, count);
  }
  return count;
};

const take = (count: NodeCount, node: NodeRecord): undefined => {
  const { outcome, startMs, endMs, ports } = node;
  count.outcomes[outcome]++;
  count.retry.add(node);
  if (outcome === 'completed' || outcome === 'failed') count.durations.add(microseconds(endMs - startMs));
  if (ports === undefined) return;
  count.routed++;
  count.ports ??= new Map();
  for (const port of ports) count.ports.set(port, (count.ports.get(port) ?? 0) + 1);
};

const executions = ({ outcomes: { completed, failed, aborted } }: NodeCount): number =>
  completed + failed + aborted;

const nodeAnalytics = (count: NodeCount): NodeAnalytics => {
  const { workflow, path, nodeType, outcomes, durations, retry, critical } = count;
  return {
    workflow,
    path,
    nodeType,
    executions: executions(count),
    ...outcomes,
    durations: durations.statistics(),
    retry: retry.analytics(),
    critical,
  };
};

const branchAnalytics = ({ workflow, path, ports, routed }: NodeCount): readonly BranchAnalytics[] =>
  ports === undefined
    ? []
    : [
        {
          workflow,
          path,
          executions: routed,
          ports: [...ports]
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([port, count]) => ({ port, count, share: count / routed })),
        },
      ];

const byPlace = (one: NodeCount, other: NodeCount): number => {
  if (one.workflow !== other.workflow) return one.workflow < other.workflow ? -1 : 1;
  return one.path < other.path ? -1 : 1;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
