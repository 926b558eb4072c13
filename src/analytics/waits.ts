import type { NodeRecord, RunProfile, RunRecord, RunWaits } from '../../types/run-history.ts';
import { dependencies } from './dependencies.ts';
import { microseconds } from './microseconds.ts';

/** What is shorter is the engine's own time. */
const SHORTEST_MS = 1;

const NONE: RunWaits = { placeMs: 0, admissionMs: 0, retryMs: 0 };

/**
 * Where the run's own nodes waited: from the moment when all they depend on had settled until they were taken (for a free place), until
 * the first attempt was let in (by a bulkhead or a limit), and between attempts.
 */
export const waitsOf = (record: RunRecord): RunProfile['waits'] => {
  const all = dependencies(record);
  const byNode = all.flatMap(({ node, waitsFor }) => {
    if (node.outcome === 'skipped' || node.outcome === 'reused') return [];
    const readyMs = Math.max(0, ...waitsFor.map((index) => all[index]?.node.endMs ?? 0));
    const waits = waitsIn(node, readyMs);
    const { nodeId, iteration } = node;
    return totalOf(waits) < SHORTEST_MS
      ? []
      : [{ nodeId, ...(iteration !== undefined && { iteration }), ...waits }];
  });
  const sum = byNode.reduce<RunWaits>(
    (total, each) => ({
      placeMs: microseconds(total.placeMs + each.placeMs),
      admissionMs: microseconds(total.admissionMs + each.admissionMs),
      retryMs: microseconds(total.retryMs + each.retryMs),
    }),
    NONE,
  );
  return { ...sum, byNode: byNode.toSorted((one, other) => totalOf(other) - totalOf(one)) };
};

const totalOf = ({ placeMs, admissionMs, retryMs }: RunWaits): number => placeMs + admissionMs + retryMs;

/** @param readyMs - when it could have been taken */
const waitsIn = ({ startMs, attempts }: NodeRecord, readyMs: number): RunWaits => ({
  placeMs: microseconds(Math.max(0, startMs - readyMs)),
  admissionMs: microseconds(Math.max(0, (attempts[0]?.startMs ?? startMs) - startMs)),
  retryMs: microseconds(
    attempts.reduce(
      (total, attempt, index) =>
        total + (index === 0 ? 0 : attempt.startMs - (attempts[index - 1]?.endMs ?? 0)),
      0,
    ),
  ),
});
