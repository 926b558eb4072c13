import type { NodeRecord, RunRecord } from '../../../types/index.ts';

/** A node in short: `loop/* completed`, `work#2 failed 3` (with its attempts, if there is more than one). */
export const shortNode = ({ path, iteration, outcome, attempts }: NodeRecord): string =>
  `${path}${iteration === undefined ? '' : `#${iteration}`} ${outcome}${attempts.length > 1 ? ` ${attempts.length}` : ''}`;

/** A record in short: what it is of, how it ended, and its nodes. */
export const shortRecord = ({ workflow, origin, status, nodes }: RunRecord): readonly string[] => [
  `${workflow} ${origin} ${status}`,
  ...nodes.map(shortNode),
];
