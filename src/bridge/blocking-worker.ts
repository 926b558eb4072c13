import { ANSWERS, ENDED, type Line, openWorker, threads } from './open-worker.ts';

/** What came of a question: an answer, none in time, or the worker has ended by itself. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'late' }
  | { readonly kind: 'ended' };

/** A worker that is asked one thing at a time by a thread which blocks until it answers. It keeps no program alive. */
export interface BlockingWorker {
  /** Waits for `waitMs` at most. One that is late, or has ended, is ended and can be asked no more. */
  readonly ask: (question: unknown, waitMs: number, onPart?: (part: unknown) => undefined) => Reply;
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
  const { receiveMessageOnPort: receive } = threads();
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
    ask: (question, waitMs, onPart = () => undefined) => {
      const until = performance.now() + waitMs;
      let seen = Atomics.load(state, ANSWERS);
      // Asked after `seen`, since an end counts as an answer.
      if (hasEnded()) {
        end();
        return { kind: 'ended' };
      }
      port.postMessage(question);
      for (;;) {
        if (Atomics.wait(state, ANSWERS, seen, Math.max(0, until - performance.now())) === 'timed-out') {
          end();
          return { kind: 'late' };
        }
        // Loaded before the messages are: one that comes later is then not slept through.
        seen = Atomics.load(state, ANSWERS);
        for (let next = receive(port); next !== undefined; next = receive(port)) {
          const { message } = next;
          if (Array.isArray(message)) {
            onPart(message[0]);
            continue;
          }
          if (hasEnded()) end();
          return { kind: 'answer', answer: message };
        }
        if (!hasEnded()) continue;
        end();
        return { kind: 'ended' };
      }
    },
    isEnded: hasEnded,
    end,
  };
};

/** In a worker: answers each question with an object and wakes the thread that waits; what is told before is a part of the answer. */
export const answerQuestions = <Question>(
  { port, state }: Line,
  answerTo: (question: Question, tell: (part: unknown) => undefined) => Promise<object>,
): undefined => {
  const send = (message: unknown): undefined => {
    port.postMessage(message);
    Atomics.add(state, ANSWERS, 1);
    Atomics.notify(state, ANSWERS);
  };
  // In a list, which no answer is.
  const tell = (part: unknown): undefined => send([part]);
  port.on('message', async (question: Question) => send(await answerTo(question, tell)));
};
