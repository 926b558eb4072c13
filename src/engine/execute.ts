import { WorkflowCancelledError } from '../errors/workflow-cancelled-error.ts';
import type { Attempt } from './attempt.ts';
import { call } from './call.ts';
import { Conductor } from './conductor.ts';
import type { Effect, Execution, Start } from './effects.ts';
import { enterRuntime } from './enter-runtime.ts';
import { Flights } from './flights.ts';
import { finish, save } from './keep.ts';
import { loopResultOf } from './loop-result.ts';
import type { Mailbox, Message, Outcome } from './mailbox.ts';
import type { Run } from './run.ts';
import { resultOf } from './run-results.ts';
import { fetchSecrets, needsSecrets } from './run-secrets.ts';

/** How long bodies that were told to stop may take to do so before the run ends without them, in milliseconds. */
export const ABORT_GRACE_MS = 1_000;

const WAIT: Effect = { kind: 'wait' };

/**
 * Runs a workflow: the one loop, for every colour. It yields what it wants done, and the conductor decides; the rules are those of
 * SEMANTICS.md.
 *
 * @param start - calls bodies; without it the driver is asked to, which costs a suspension a node
 * @throws {WorkflowExecutionError} a node failed and the error policy is `stop`
 * @throws {AccessDeniedError} the user may not run the workflow
 * @throws {SecretError} a secret that the workflow refers to cannot be had
 * @throws {WorkflowCancelledError} the signal aborted
 * @throws {RunTimeoutError} the time limit passed
 */
export function* execute(run: Run, mailbox: Mailbox, start?: Start): Execution {
  const { signal, timeoutMs, maxConcurrency } = run.settings;
  const conductor = new Conductor(run, mailbox);
  const flights = new Flights();
  const deadline = {};
  const { checkpoints } = run;
  let isOver = false;
  let hasPlace = false;
  const onAbort = (): undefined => mailbox.post({ kind: 'cancelled' });
  signal?.addEventListener('abort', onAbort);
  if (run.parent === undefined) run.life.begin(onAbort);
  try {
    if (checkpoints === undefined) conductor.report.runStarted();
    else conductor.restore(checkpoints);
    conductor.admitRun();
    if (conductor.stop.error === undefined && needsSecrets(run)) yield* supplySecrets(conductor, run);
    if (timeoutMs !== undefined) yield { kind: 'alarm', ms: timeoutMs, timer: deadline };
    hasPlace = yield* enterRuntime({ run, conductor, mailbox, deadline });
    while (!conductor.stop.isDue()) {
      let attempt: Attempt | undefined;
      let outcome: Outcome | undefined;
      if (checkpoints?.isDirty === true && (flights.size === 0 || mailbox.isEmpty)) {
        // What has ended is durable before anything else starts; ends that have come meanwhile are written with it.
        yield* save(conductor, checkpoints);
        if (conductor.stop.isDue()) break;
      }
      const node =
        flights.size < maxConcurrency && checkpoints?.isDirty !== true ? conductor.take() : undefined;
      if (node !== undefined) attempt = conductor.begin(node);
      else if (flights.size === 0) break;
      else {
        const message = (yield WAIT) as Message;
        if (message.kind === 'rang' && message.timer === deadline) conductor.stop.expire();
        if (message.kind === 'outcome' && message.attempt.isOverdue) conductor.guards?.left(message.attempt);
        ({ attempt, outcome } = flights.receive(message));
      }
      while (attempt !== undefined) {
        if (attempt.timer !== undefined) yield { kind: 'clear', timer: attempt.timer };
        if (outcome === undefined) {
          const answer = conductor.admit(attempt);
          if (answer === 'waits') {
            flights.park(attempt);
            const limit: number | undefined = conductor.guards?.patience(attempt);
            if (limit !== undefined) {
              attempt.timer = {};
              yield { kind: 'alarm', ms: limit, timer: attempt.timer };
            }
            break;
          }
          if (typeof answer === 'number') {
            const timer = {};
            flights.delay(timer, attempt);
            yield { kind: 'sleep', ms: answer, timer };
            break;
          }
          if (answer !== undefined) outcome = answer;
          else outcome = start === undefined ? ((yield attempt) as Outcome | undefined) : start(attempt);
        }
        if (outcome === undefined) {
          flights.add(attempt);
          const limit: number | undefined = attempt.node.timeoutMs;
          if (limit !== undefined) {
            attempt.timer = {};
            yield { kind: 'alarm', ms: limit, timer: attempt.timer };
          }
          break;
        }
        // The run inside has ended because this one has to: no fault of the node.
        if (attempt.nested !== undefined && conductor.stop.isDue()) break;
        const retry = conductor.conclude(attempt, outcome);
        if (retry !== undefined && checkpoints !== undefined) yield* save(conductor, checkpoints);
        if (retry === undefined || conductor.stop.isDue()) break;
        attempt = retry.attempt;
        outcome = undefined;
        if (retry.delayMs === 0) continue;
        const timer = {};
        flights.delay(timer, attempt);
        yield { kind: 'sleep', ms: retry.delayMs, timer };
        break;
      }
    }
    for (const timer of [deadline, ...flights.abort(conductor.stop.error)]) yield { kind: 'clear', timer };
    if (flights.bodies > 0) {
      const grace = {};
      yield { kind: 'alarm', ms: ABORT_GRACE_MS, timer: grace };
      while (flights.bodies > 0) {
        const message = (yield WAIT) as Message;
        if (message.kind === 'rang' && message.timer === grace) break;
        if (message.kind === 'outcome') conductor.guards?.left(message.attempt);
        flights.receive(message);
      }
      yield { kind: 'clear', timer: grace };
    }
    if (run.parent === undefined) {
      const closing = run.resources.end();
      if (closing !== undefined)
        yield* call({ name: 'resources.close', sync: () => undefined, async: () => closing });
    }
    if (checkpoints !== undefined) yield* finish(conductor, checkpoints);
    isOver = true;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    if (run.parent === undefined) {
      run.life.end();
      run.resources.end();
    }
    conductor.guards?.end();
    if (hasPlace) run.limits?.runs?.leave();
    // The driver has let go of the run half-way: whoever took its events has stopped to.
    if (!isOver) {
      checkpoints?.emitter.drop();
      conductor.report.runCancelled(conductor.stop.abandoned());
    }
  }
  const { stop, state, report } = conductor;
  const { error } = stop;
  if (error === undefined) {
    const { loop, runId } = run;
    const result = loop === undefined ? resultOf(state, runId) : loopResultOf(state, runId, loop.behaviour);
    report.runCompleted(result.status, state.summaries);
    return result;
  }
  if (error instanceof WorkflowCancelledError) report.runCancelled(error);
  else report.runFailed(error);
  throw error;
}

function* supplySecrets(conductor: Conductor, run: Run): Generator<Effect, undefined, unknown> {
  try {
    conductor.supply(yield* fetchSecrets(run));
  } catch (error) {
    conductor.stop.error = error as Error;
  }
}
