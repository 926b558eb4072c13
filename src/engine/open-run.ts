import type { CheckpointRecord, RunLease, StoredRun } from '../../types/checkpoint-store.ts';
import type { WorkflowContract } from '../../types/workflow.ts';
import { reopenedRecords } from '../durability/reopened-records.ts';
import { isInterrupted } from '../durability/run-owner.ts';
import { shapeChanges, shapeText } from '../durability/workflow-shape.ts';
import { IdempotencyConflictError } from '../errors/idempotency-conflict-error.ts';
import { RunTakenOverError } from '../errors/run-taken-over-error.ts';
import { RunUnderWayError } from '../errors/run-under-way-error.ts';
import { UnknownRunError } from '../errors/unknown-run-error.ts';
import { WorkflowChangedError } from '../errors/workflow-changed-error.ts';
import { askStore } from './ask-store.ts';
import type { CallEffect } from './effects.ts';
import type { Run } from './run.ts';
import type { RunDurability } from './run-durability.ts';

/** A run in its store, and what it did before. */
export interface OpenedRun {
  readonly stored: StoredRun;
  readonly isNew: boolean;
  /** Whether it has ended with one, and is not to go on all the same. */
  readonly hasResult: boolean;
  readonly records: readonly CheckpointRecord[];
}

/** The options of a run that decide what its results are, as text. */
export const settingsText = ({ settings }: Run): string => {
  const { conditionalExecution, contentAwareSuccess, onError } = settings;
  return JSON.stringify({ conditionalExecution, contentAwareSuccess, onError });
};

/**
 * Keeps a new run in its store, or claims the one that is to go on; one that has a result is not claimed.
 *
 * @throws {UnknownRunError} there is no such run
 * @throws {WorkflowChangedError} the run was started with another workflow
 * @throws {IdempotencyConflictError} the key is that of a run with another workflow or other parameters
 * @throws {RunUnderWayError} somebody else runs it
 * @throws {RunTakenOverError} somebody else has claimed it since
 * @throws {CheckpointStoreError} the store has failed
 */
export function* openRun(
  run: Run,
  durability: RunDurability,
  lease: RunLease,
): Generator<CallEffect, OpenedRun, unknown> {
  const { store, resume, idempotencyKey = null, parameters } = durability;
  const shape = shapeText(run.plan.workflow);
  const stored = yield* resume === undefined
    ? askStore({
        method: 'createRun',
        make: () =>
          store.createRun({
            runId: run.runId,
            workflow: run.plan.workflow.name,
            shape,
            parameters,
            settings: settingsText(run),
            idempotencyKey,
            status: 'running',
            startedAt: Date.now(),
            endedAt: null,
            outcome: null,
            ...lease,
          }),
      })
    : askStore({ method: 'readRun', make: () => store.readRun(run.runId) });
  if (stored === undefined) throw new UnknownRunError(run.runId);
  if (resume === undefined && stored.runId === run.runId) {
    return { stored, isNew: true, hasResult: false, records: [] };
  }
  const changes = shapeChanges(stored.shape, shape);
  if (resume === undefined) refuseOther(stored, changes, parameters);
  else if (changes.length > 0 && !resume.force) throw new WorkflowChangedError(stored.runId, changes);
  return yield* claim(stored, run.plan.workflow, durability, lease);
}

const refuseOther = (
  { idempotencyKey, runId, parameters }: StoredRun,
  changes: readonly string[],
  given: string,
): undefined => {
  if (changes.length === 0 && parameters === given) return;
  const differing = changes.length > 0 ? `another workflow: ${changes.join('; ')}` : 'other parameters';
  throw new IdempotencyConflictError(String(idempotencyKey), runId, differing);
};

function* claim(
  stored: StoredRun,
  workflow: WorkflowContract,
  { store, resume }: RunDurability,
  lease: RunLease,
): Generator<CallEffect, OpenedRun, unknown> {
  const { runId, status, owner, leaseUntil } = stored;
  const read = () => askStore({ method: 'readRecords', make: () => store.readRecords(runId) });
  const toReopen = (records: readonly CheckpointRecord[]) =>
    resume?.retryFailed === true ? reopenedRecords(workflow, records) : [];
  if (status === 'completed' || status === 'partial') {
    const records = yield* read();
    if (toReopen(records).length === 0) return { stored, isNew: false, hasResult: true, records };
  }
  const isFree = status !== 'running' || isInterrupted(stored);
  const seen = { owner, leaseUntil };
  const isOurs =
    isFree && (yield* askStore({ method: 'claimRun', make: () => store.claimRun(runId, seen, lease) }));
  if (!isOurs) throw new RunUnderWayError(runId, leaseUntil);
  // Read once it is ours: another may have gone on with it until then.
  const before = yield* read();
  const reopened = toReopen(before);
  const isKept =
    reopened.length === 0 ||
    (yield* askStore({ method: 'append', make: () => store.append(runId, lease, reopened) }));
  if (!isKept) throw new RunTakenOverError(runId);
  return { stored, isNew: false, hasResult: false, records: [...before, ...reopened] };
}
