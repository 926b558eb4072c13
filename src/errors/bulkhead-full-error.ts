import { RefusalError } from './refusal-error.ts';

/** Why a bulkhead has refused: its queue is full, the wait was too long, or the thread cannot wait. */
export type BulkheadRefusal = 'full' | 'late' | 'blocking';

const REASONS: Readonly<Record<BulkheadRefusal, string>> = {
  full: 'and so is its queue. Raise maxConcurrent or maxQueue, or start fewer runs',
  late: 'and no place came free within its queueTimeoutMs. Raise maxConcurrent or queueTimeoutMs, or start fewer runs',
  blocking:
    'and LocalRuntime cannot wait for a run of its own thread. Raise maxConcurrent, or end the runs under way first',
};

/** A node was not called since as many as its bulkhead allows are under way. */
export class BulkheadFullError extends RefusalError {
  readonly code = 'BULKHEAD_FULL';
  readonly nodeId: string;
  readonly bulkhead: string;
  readonly reason: BulkheadRefusal;

  constructor(nodeId: string, bulkhead: string, maxConcurrent: number, reason: BulkheadRefusal) {
    super(
      `Node '${nodeId}' was not called: bulkhead '${bulkhead}' is full (maxConcurrent ${maxConcurrent}), ${REASONS[reason]}.`,
    );
    this.nodeId = nodeId;
    this.bulkhead = bulkhead;
    this.reason = reason;
  }
}
