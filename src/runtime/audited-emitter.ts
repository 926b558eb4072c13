import type { AuditTrail } from '../audit/audit-trail.ts';
import type { AuditedRun } from '../audit/audited-run.ts';
import type { Emitter } from '../engine/emitter.ts';
import type { RunLife } from '../engine/run-life.ts';

/**
 * Records the events of a run before anyone hears of them. Where that fails and has to end the run, no other node starts; a run that
 * would have a result throws instead of answering.
 */
export const auditedEmitter = (
  emitter: Emitter,
  trail: AuditTrail,
  run: AuditedRun,
  life: RunLife,
): Emitter => {
  const inner = new Map<string, string>();
  return {
    active: true,
    emit: (event, at) => {
      const { runId, parent, type } = event;
      if (type === 'runStarted' && parent !== undefined) inner.set(runId, event.workflow);
      const failure = trail.record(event, { ...run, workflow: inner.get(runId) ?? run.workflow });
      if (type === 'runCompleted' || type === 'runFailed' || type === 'runCancelled') inner.delete(runId);
      if (failure !== undefined) {
        life.stop(failure);
        if (type === 'runCompleted' && parent === undefined) {
          emitter.emit({ type: 'runFailed', runId, error: failure });
          throw failure;
        }
      }
      emitter.emit(event, at);
    },
  };
};
