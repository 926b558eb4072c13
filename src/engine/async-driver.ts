import type { RunEvent } from '../../types/run-event.ts';
import type { RunResult } from '../../types/run-result.ts';
import { asyncInterpreter } from './async-interpreter.ts';
import { asyncStart } from './async-start.ts';
import type { Execution } from './effects.ts';
import type { StreamedRun } from './event-stream.ts';
import { executionOf } from './execution-of.ts';
import { Mailbox, type Message, type Outcome } from './mailbox.ts';
import { perform } from './perform.ts';
import type { Run } from './run.ts';

/** Drives a run to its end on the event loop; `sync-driver.ts` is its twin. */
export const driveAsync = (run: Run): Promise<RunResult> => {
  const mailbox = new Mailbox(queueMicrotask);
  return performAsync(executionOf(run, mailbox, asyncStart(mailbox, driveAsync)), mailbox);
};

/** Does what an execution asks for, to its end. */
export const performAsync = (execution: Execution, mailbox: Mailbox): Promise<RunResult> =>
  new Promise((resolve, reject) => {
    // Each message resumes the run itself: to await a promise of it would double what a node costs.
    const resume = (reply?: Message | Outcome): undefined => {
      try {
        let step = execution.next(reply);
        while (step.done !== true) {
          const answer = perform(interpreter, step.value);
          if (answer === undefined) {
            const { kind } = step.value;
            if (kind === 'wait') mailbox.onPost = resume;
            // A call resumes the run by itself; the mailbox keeps what comes before that.
            if (kind === 'wait' || kind === 'call') return;
          }
          step = execution.next(answer);
        }
        resolve(step.value);
      } catch (error) {
        reject(error);
      }
    };
    const interpreter = asyncInterpreter(mailbox, asyncStart(mailbox, driveAsync), resume);
    resume();
  });

/**
 * Drives a run and gives its events as they happen; to stop taking them cancels the run through `stop` and waits for its end.
 *
 * @param follow - given the run when it starts, for whoever else waits for its end
 */
export async function* streamAsync(
  { run, stream, stop }: StreamedRun,
  follow: (run: Promise<RunResult>) => Promise<RunResult>,
): AsyncGenerator<RunEvent, RunResult> {
  let isOver = false;
  const ended = follow(driveAsync(run)).finally(() => {
    isOver = true;
    stream.onEvent?.();
  });
  // Handled here for the case that nobody takes the events to their end.
  const settled = ended.then(
    () => undefined,
    () => undefined,
  );
  try {
    while (!isOver) {
      yield* stream.drain();
      if (isOver) break;
      await new Promise<undefined>((resolve) => {
        stream.onEvent = () => resolve(undefined);
      });
      stream.onEvent = undefined;
    }
    yield* stream.drain();
    return await ended;
  } finally {
    stop.abort(new Error('nobody takes the events of its stream any more'));
    await settled;
  }
}
