import type { RunOptions } from '../../types/runtime-options.ts';
import type { Emitter } from '../engine/emitter.ts';
import { splitParameters } from '../engine/parameters.ts';
import type { Plan } from '../engine/plan.ts';
import type { Run } from '../engine/run.ts';
import { accessOf } from '../engine/run-access.ts';
import { RunLife } from '../engine/run-life.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { RunHold } from '../resources/run-hold.ts';
import { SecretVault } from '../secrets/secret-vault.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { auditedEmitter } from './audited-emitter.ts';
import { followedBy, observedRun } from './observed-run.ts';
import { recordingOf } from './recording-of.ts';
import type { RuntimeParts } from './runtime-parts.ts';

/** What a run is made of, beside what it shares with others. */
export interface RunRequest {
  readonly runId: string;
  readonly plan: Plan;
  readonly settings: RunSettings;
  readonly parameters: RunOptions['parameters'];
  /** Who hears of it last, after all that observes it. */
  readonly listeners: Emitter;
  /** What ends it, beside the signal of its settings. */
  readonly stops: readonly AbortSignal[];
  readonly durability: Run['durability'];
}

/** Makes a run: what its options ask for is put together here, and what they do not is `undefined` in it. */
export const newRun = (parts: RuntimeParts, request: RunRequest): Run => {
  const { runId, plan, settings, parameters = {}, listeners, stops, durability } = request;
  const { workflow } = plan;
  const { userContext } = settings;
  const signals = settings.signal === undefined ? stops : [settings.signal, ...stops];
  const life = new RunLife(parts.living);
  const recording = recordingOf(parts.history, workflow as Workflow, settings);
  const observers = followedBy(parts.observers, recording?.recorder);
  const { emitter: told, tracing } = observedRun(listeners, observers, { workflow, userContext });
  const audited = { workflow: workflow.name, userId: userContext?.userId };
  const emitter = parts.audit === undefined ? told : auditedEmitter(told, parts.audit, audited, life);
  return {
    runId,
    plan,
    settings: { ...settings, signal: signals.length > 1 ? AbortSignal.any([...signals]) : signals[0] },
    parameters: splitParameters(parameters, plan.indexOf),
    emitter,
    parent: undefined,
    resilience: parts.resilience,
    life,
    limits: parts.limits,
    pool: parts.pool,
    access: accessOf(settings),
    vault: settings.secretProvider === undefined ? undefined : new SecretVault(parts.redactor),
    tracing,
    recording,
    resources: new RunHold(parts.resources, (value, limit) => {
      const exceeded = { resource: 'connections', value, limit, action: 'warned' } as const;
      emitter.emit({ type: 'resourceLimitExceeded', runId, ...exceeded });
    }),
    checkpoints: undefined,
    durability,
    now: () => performance.now(),
  };
};
