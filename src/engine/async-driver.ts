import type { RunEvent } from '../../types/run-event.ts';
import type { RunResult } from '../../types/run-result.ts';
import { asyncInterpreter } from './async-interpreter.ts';
import type { StreamedRun } from './event-stream.ts';
import { execute } from './execute.ts';
import { Mailbox } from './mailbox.ts';
import { perform } from './perform.ts';
import type { Run } from './run.ts';

/** Drives a run to its end on the event loop; `sync-driver.ts` is its twin. */
export const driveAsync = async (run: Run): Promise<RunResult> => {
  const mailbox = new Mailbox();
  const interpreter = asyncInterpreter(mailbox, driveAsync);
  const execution = execute(run, mailbox);
  let step = execution.next();
  while (step.done !== true) {
    const effect = step.value;
    step = execution.next(effect.kind === 'wait' ? await interpreter.wait() : perform(interpreter, effect));
  }
  return step.value;
};

/**
 * Drives a run and gives its events as they happen; to stop taking them cancels the run through `stop` and waits for its end.
 */
export async function* streamAsync({ run, stream, stop }: StreamedRun): AsyncGenerator<RunEvent, RunResult> {
  let isOver = false;
  const ended = driveAsync(run).finally(() => {
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
