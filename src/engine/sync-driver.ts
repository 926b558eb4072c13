import type { RunEvent } from '../../types/run-event.ts';
import type { RunResult } from '../../types/run-result.ts';
import type { StreamedRun } from './event-stream.ts';
import { execute } from './execute.ts';
import { Mailbox } from './mailbox.ts';
import { perform } from './perform.ts';
import type { Run } from './run.ts';
import { syncInterpreter } from './sync-interpreter.ts';

/** Drives a run to its end, blocking the thread; `async-driver.ts` is its twin. */
export const driveSync = (run: Run): RunResult => {
  const mailbox = new Mailbox();
  const interpreter = syncInterpreter(mailbox, driveSync);
  const execution = execute(run, mailbox);
  let step = execution.next();
  while (step.done !== true) step = execution.next(perform(interpreter, step.value));
  return step.value;
};

/** Drives a run one step at a time and gives its events as they happen; to stop taking them cancels the run. */
export function* streamSync({ run, stream }: StreamedRun): Generator<RunEvent, RunResult> {
  const mailbox = new Mailbox();
  const interpreter = syncInterpreter(mailbox, driveSync);
  const execution = execute(run, mailbox);
  try {
    let step = execution.next();
    yield* stream.drain();
    while (step.done !== true) {
      step = execution.next(perform(interpreter, step.value));
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
