import { type BlockingWorker, type Reply, startBlockingWorker } from './blocking-worker.ts';
import type { Answer, Request } from './line.ts';

/** What came of a crossing, besides an answer: no answer in time, or the worker has ended by itself. */
export type Crossing = Answer | Exclude<Reply, { readonly kind: 'answer' }>;

interface Bridge {
  readonly worker: BlockingWorker;
  readonly idle: NodeJS.Timeout;
}

/** A worker that nobody has asked for so long is ended, in milliseconds, when the event loop next turns. */
const IDLE_MS = 5_000;

// One bridge is enough for a thread: while it waits it asks for nothing else.
let bridge: Bridge | undefined;

/** Has the worker run a node and blocks until it answers, for `waitMs` at most; a worker that is late is ended. */
export const cross = (request: Request, waitMs: number): Crossing => {
  // What a node has left running may have ended it since.
  if (bridge?.worker.isEnded()) endBridge();
  bridge ??= open();
  const { worker, idle } = bridge;
  const reply = worker.ask(request, waitMs);
  if (worker.isEnded()) endBridge();
  else idle.refresh();
  return reply.kind === 'answer' ? (reply.answer as Answer) : reply;
};

/** Ends the worker, if there is one; the next crossing starts another. */
export const endBridge = (): undefined => {
  if (bridge === undefined) return;
  const { worker, idle } = bridge;
  bridge = undefined;
  clearTimeout(idle);
  worker.end();
};

const open = (): Bridge => ({
  worker: startBlockingWorker(new URL('./bridge-worker', import.meta.url)),
  idle: setTimeout(endBridge, IDLE_MS).unref(),
});
