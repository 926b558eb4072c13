import { ANSWERS, ENDED, type Line, openWorker, threads } from './open-worker.ts';

/** What came of a question: an answer, none in time, or the worker has ended by itself. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'late' }
  | { readonly kind: 'ended' };

/** A worker that is asked one thing at a time by a thread which blocks until it answers. It keeps no program alive. */
export interface BlockingWorker {
  /** Waits for `waitMs` at most. One that is late, or has ended, is ended and can be asked no more. */
  readonly ask: (question: unknown, waitMs: number) => Reply;
  /** Whether it can be asked no more. */
  readonly isEnded: () => boolean;
  readonly end: () => undefined;
}

/**
 * Starts a worker.
 *
 * @param entry - the address of its module without the extension; the module calls `answerQuestions`
 */
export const startBlockingWorker = (entry: URL): BlockingWorker => {
  const { worker, line } = openWorker(entry);
  const { port, state } = line;
  let isOver = false;
  const end = (): undefined => {
    if (isOver) return;
    isOver = true;
    port.close();
    // Nobody waits for its end: it does nothing more that anyone could see.
    worker.terminate().catch(() => undefined);
  };
  const hasEnded = (): boolean => isOver || Atomics.load(state, ENDED) === 1;
  return {
    ask: (question, waitMs) => {
      const seen = Atomics.load(state, ANSWERS);
      // Asked after `seen`, since an end counts as an answer.
      if (hasEnded()) {
        end();
        return { kind: 'ended' };
      }
      port.postMessage(question);
      const woken = Atomics.wait(state, ANSWERS, seen, waitMs);
      if (woken === 'timed-out') {
        end();
        return { kind: 'late' };
      }
      const received = threads().receiveMessageOnPort(port);
      if (received === undefined || hasEnded()) end();
      return received === undefined ? { kind: 'ended' } : { kind: 'answer', answer: received.message };
    },
    isEnded: hasEnded,
    end,
  };
};

/** In a worker: answers each question and wakes the thread that waits for the answer. */
export const answerQuestions = <Question>(
  { port, state }: Line,
  answerTo: (question: Question) => Promise<unknown>,
): undefined => {
  port.on('message', async (question: Question) => {
    port.postMessage(await answerTo(question));
    Atomics.add(state, ANSWERS, 1);
    Atomics.notify(state, ANSWERS);
  });
};
