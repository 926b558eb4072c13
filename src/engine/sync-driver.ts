import type { RunEvent } from '../../types/run-event.ts';
import type { RunResult } from '../../types/run-result.ts';
import type { Execution } from './effects.ts';
import type { EventStream, StreamedRun } from './event-stream.ts';
import { executionOf } from './execution-of.ts';
import { Mailbox, type Outcome } from './mailbox.ts';
import { perform } from './perform.ts';
import type { Run } from './run.ts';
import { syncInterpreter } from './sync-interpreter.ts';
import { syncStart } from './sync-start.ts';

/** Drives a run to its end, blocking the thread; `async-driver.ts` is its twin. */
export const driveSync = (run: Run): RunResult => {
  const mailbox = new Mailbox();
  return performSync(executionOf(run, mailbox, startSync), mailbox);
};

/** Does what an execution asks for, to its end. */
export const performSync = (execution: Execution, mailbox: Mailbox): RunResult => {
  const interpreter = syncInterpreter(mailbox, startSync);
  let step = execution.next();
  while (step.done !== true) step = execution.next(perform(interpreter, step.value));
  return step.value;
};

/** Drives a run one step at a time and gives its events as they happen; to stop taking them cancels the run. */
export const streamSync = ({ run, stream }: StreamedRun): Generator<RunEvent, RunResult> =>
  steps(run, stream);

function* steps(run: Run, stream: EventStream): Generator<RunEvent, RunResult> {
  const mailbox = new Mailbox();
  const interpreter = syncInterpreter(mailbox, startSync);
  const execution = executionOf(run, mailbox);
  try {
    let step = execution.next();
    yield* stream.drain();
    while (step.done !== true) {
      const effect = step.value;
      // A sub-workflow is entered, not driven to its end: its events are to be taken one by one as well.
      const answer =
        effect.kind === 'start' && effect.nested !== undefined
          ? yield* nestedSteps(effect.nested, stream)
          : perform(interpreter, effect);
      step = execution.next(answer);
      yield* stream.drain();
    }
    return step.value;
  } catch (error) {
    yield* stream.drain();
    throw error;
  } finally {
    execution.return(undefined as never);
  }
}

function* nestedSteps(nested: Run, stream: EventStream): Generator<RunEvent, Outcome> {
  try {
    return { ok: true, value: (yield* steps(nested, stream)).results };
  } catch (error) {
    return { ok: false, error };
  }
}

const startSync = syncStart(driveSync);
