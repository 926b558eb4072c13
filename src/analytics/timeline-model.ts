import type { CriticalPath } from '../../types/execution-analytics.ts';
import type { NodeRecord, RunRecord } from '../../types/run-history.ts';
import { criticalPath } from './critical-path.ts';
import { TimeAxis } from './time-axis.ts';

/** A node on the timeline. */
export interface TimelineRow {
  readonly node: NodeRecord;
  /** `order/ship`, `work #2`. */
  readonly name: string;
  /** How many nodes it is inside of. */
  readonly depth: number;
  readonly isCritical: boolean;
  /** `null` for what was not executed, and inside of sub-workflows and loops. */
  readonly slackMs: number | null;
}

/** What the page of a run shows. */
export interface Timeline {
  readonly record: RunRecord;
  readonly axis: TimeAxis;
  readonly critical: CriticalPath;
  /** In the order of the record, what is inside of a node right behind it. */
  readonly rows: readonly TimelineRow[];
}

const keyOf = ({ nodeId, iteration = 0 }: { nodeId: string; iteration?: number }): string =>
  `${iteration} ${nodeId}`;

/** Makes the timeline of a run. */
export const timelineOf = (record: RunRecord): Timeline => {
  const critical = criticalPath(record);
  const slack = new Map(critical.slack.map((each) => [keyOf(each), each.slackMs]));
  const onPath = new Set(critical.nodes.map(keyOf));
  const depths: number[] = [];
  const rows = record.nodes.map((node): TimelineRow => {
    const { parent, nodeId, iteration } = node;
    const depth = parent === undefined ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const own = parent === undefined ? keyOf(node) : undefined;
    return {
      node,
      name: iteration === undefined ? nodeId : `${nodeId} #${iteration}`,
      depth,
      isCritical: own !== undefined && onPath.has(own),
      slackMs: own === undefined ? null : (slack.get(own) ?? null),
    };
  });
  return { record, axis: new TimeAxis(record.durationMs), critical, rows: inside(rows) };
};

/** The rows of nodes inside of others behind those. */
const inside = (rows: readonly TimelineRow[]): readonly TimelineRow[] => {
  const within = new Map<number | undefined, number[]>();
  for (const [index, { node }] of rows.entries()) {
    const siblings = within.get(node.parent);
    if (siblings === undefined) within.set(node.parent, [index]);
    else siblings.push(index);
  }
  const ordered = (parent: number | undefined): readonly TimelineRow[] =>
    (within.get(parent) ?? []).flatMap((index) => [rows[index] as TimelineRow, ...ordered(index)]);
  return ordered(undefined);
};
