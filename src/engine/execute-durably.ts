import type { RunResult } from '../../types/run-result.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { decodeValue } from '../durability/decode-value.ts';
import { startHeartbeat } from '../durability/heartbeat.ts';
import { Journal } from '../durability/journal.ts';
import { storedResult } from '../durability/run-outcome.ts';
import { forgetOwner, newOwner } from '../durability/run-owner.ts';
import { AccessGuard } from './access-guard.ts';
import { call } from './call.ts';
import { Checkpoints } from './checkpoints.ts';
import type { Execution, Start } from './effects.ts';
import { execute } from './execute.ts';
import type { Mailbox } from './mailbox.ts';
import { type OpenedRun, openRun } from './open-run.ts';
import { splitParameters } from './parameters.ts';
import { Reporter } from './reporter.ts';
import type { Run } from './run.ts';
import type { RunDurability } from './run-durability.ts';

/** Runs a workflow under checkpoints, or goes on with such a run; throws what `openRun` and `execute` throw. */
export function* executeDurably(
  run: Run,
  durability: RunDurability,
  mailbox: Mailbox,
  start?: Start,
): Execution {
  const { store, leaseMs, onRunId } = durability;
  const owner = newOwner();
  const reporter = new Reporter(run);
  const access = run.access === undefined ? undefined : new AccessGuard(run.access, run, reporter);
  let stopHeartbeat: () => undefined = () => undefined;
  try {
    const opened = yield* openRun(run, durability, { owner, leaseUntil: Date.now() + leaseMs });
    const { runId, outcome } = opened.stored;
    onRunId(runId);
    if (opened.hasResult && outcome !== null) {
      // It was made for whoever it ran for: an id, or a key, is no right to see it.
      const refusal = access?.refusal();
      if (refusal !== undefined) throw refusal;
      const stored = storedResult(runId, outcome, opened.records);
      const result = access === undefined ? stored : recalledResult(access, stored);
      new Reporter({ ...run, runId }).runAnswered(result);
      return result;
    }
    const journal = new Journal({ runId, owner, store, leaseMs }, opened.records);
    stopHeartbeat = yield* call<() => undefined>({
      name: 'durability.heartbeat',
      // A blocked thread cannot: there each checkpoint is a sign of life.
      sync: () => () => undefined,
      async: () => startHeartbeat(journal),
    });
    return yield* execute(
      opened.isNew ? begun(run, journal) : continued(run, durability, opened, journal),
      mailbox,
      start,
    );
  } finally {
    stopHeartbeat();
    forgetOwner(owner);
  }
}

const recalledResult = (access: AccessGuard, result: RunResult): RunResult => {
  const recalled = Object.entries(result.results).map(([id, output = {}]): readonly [string, NodeOutput] => [
    id,
    access.recalled(output),
  ]);
  return { ...result, results: Object.fromEntries(recalled) };
};

const begun = (run: Run, journal: Journal): Run => {
  const checkpoints = new Checkpoints(journal, run.emitter, false);
  return { ...run, checkpoints, emitter: checkpoints.emitter };
};

/** The run as it was started: what decides its results is not what this runtime says, but what it began with. */
const continued = (run: Run, { resume }: RunDurability, { stored }: OpenedRun, journal: Journal): Run => {
  const checkpoints = new Checkpoints(journal, run.emitter, true);
  const began = JSON.parse(stored.settings) as Pick<Run['settings'], 'onError'>;
  return {
    ...run,
    runId: stored.runId,
    settings: { ...run.settings, ...began, onError: resume?.onError ?? began.onError },
    parameters: splitParameters(
      decodeValue(stored.parameters) as Readonly<Record<string, unknown>>,
      run.plan.indexOf,
    ),
    checkpoints,
    emitter: checkpoints.emitter,
  };
};
