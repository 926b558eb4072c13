import { createRequire } from 'node:module';
import type { MessagePort, Worker } from 'node:worker_threads';
import { TSX, workerOptions } from './worker-options.ts';

/** What the asking thread and its worker share. */
export interface Line {
  readonly port: MessagePort;
  /** At `ANSWERS`: how many answers have been sent; at `ENDED`: 1 when the worker has ended. */
  readonly state: Int32Array;
}

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

/** The place of the number of answers. */
const ANSWERS = 0;
/** The place that says whether the worker has ended. */
const ENDED = 1;

// Its end is told first of all: a worker that cannot even load would otherwise be waited for until the deadline.
const BOOT = `const { workerData } = require('node:worker_threads');
process.on('exit', () => {
  Atomics.store(workerData.state, ${ENDED}, 1);
  Atomics.add(workerData.state, ${ANSWERS}, 1);
  Atomics.notify(workerData.state, ${ANSWERS});
});
(async () => {
  for (const each of workerData.modules) {
    const loaded = await import(each);
    if (each === '${TSX}') loaded.register();
  }
})();`;

// Loaded with the first worker.
const threads = (): typeof import('node:worker_threads') =>
  createRequire(import.meta.url)('node:worker_threads');

/**
 * Starts a worker.
 *
 * @param entry - the address of its module without the extension; the module calls `answerQuestions`
 */
export const startBlockingWorker = (entry: URL): BlockingWorker => {
  const { Worker, MessageChannel, receiveMessageOnPort } = threads();
  const { port1: port, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const { execArgv, preloads } = workerOptions(process.execArgv);
  const worker: Worker = new Worker(BOOT, {
    eval: true,
    workerData: { port: port2, state, modules: [...preloads, `${entry.href}.${extension}`] },
    transferList: [port2],
    execArgv: [...execArgv],
  });
  // Its failures are answers, or its end; as an event they would end the program.
  worker.on('error', () => undefined);
  worker.unref();
  port.unref();
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
      const received = receiveMessageOnPort(port);
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
