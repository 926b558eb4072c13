import type { RunEvent } from '../../types/run-event.ts';
import type { RunResult } from '../../types/run-result.ts';
import { asyncInterpreter } from './async-interpreter.ts';
import type { StreamedRun } from './event-stream.ts';
import { execute } from './execute.ts';
import { Mailbox, type Message } from './mailbox.ts';
import { perform } from './perform.ts';
import type { Run } from './run.ts';

/** Drives a run to its end on the event loop; `sync-driver.ts` is its twin. */
export const driveAsync = (run: Run): Promise<RunResult> =>
  new Promise((resolve, reject) => {
    const mailbox = new Mailbox();
    const interpreter = asyncInterpreter(mailbox, driveAsync);
    const execution = execute(run, mailbox);
    // Each message resumes the run itself: to await a promise of it would double what a node costs.
    const resume = (message?: Message): undefined => {
      try {
        let step = execution.next(message);
        while (step.done !== true) {
          const answer = perform(interpreter, step.value);
          if (answer === undefined && step.value.kind === 'wait') {
            mailbox.onPost = resume;
            return;
          }
          step = execution.next(answer);
        }
        resolve(step.value);
      } catch (error) {
        reject(error);
      }
    };
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
