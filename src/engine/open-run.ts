import type { CheckpointRecord, RunLease, StoredRun } from '../../types/checkpoint-store.ts';
import { isInterrupted } from '../durability/run-owner.ts';
import { shapeChanges, shapeText } from '../durability/workflow-shape.ts';
import { IdempotencyConflictError } from '../errors/idempotency-conflict-error.ts';
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
  if (resume === undefined && stored.runId === run.runId) return { stored, isNew: true, records: [] };
  const changes = shapeChanges(stored.shape, shape);
  if (resume === undefined) refuseOther(stored, changes, parameters);
  else if (changes.length > 0 && !resume.force) throw new WorkflowChangedError(stored.runId, changes);
  return yield* claim(stored, durability, lease);
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
  { store }: RunDurability,
  lease: RunLease,
): Generator<CallEffect, OpenedRun, unknown> {
  const { runId, status, owner, leaseUntil } = stored;
  if (status !== 'completed' && status !== 'partial') {
    const isFree = status !== 'running' || isInterrupted(stored);
    const seen = { owner, leaseUntil };
    const isOurs =
      isFree && (yield* askStore({ method: 'claimRun', make: () => store.claimRun(runId, seen, lease) }));
    if (!isOurs) throw new RunUnderWayError(runId, leaseUntil);
  }
  const records = yield* askStore({ method: 'readRecords', make: () => store.readRecords(runId) });
  return { stored, isNew: false, records };
}
