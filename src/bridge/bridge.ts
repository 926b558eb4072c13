import { createRequire } from 'node:module';
import type { Worker } from 'node:worker_threads';
import { ANSWERS, type Answer, ENDED, type Line, type Request } from './line.ts';
import { TSX, workerOptions } from './worker-options.ts';

interface Bridge {
  readonly worker: Worker;
  readonly line: Line;
  readonly idle: NodeJS.Timeout;
}

type Threads = typeof import('node:worker_threads');

/** What came of a crossing, besides an answer: no answer in time, or the worker has ended by itself. */
export type Crossing = Answer | { readonly kind: 'late' } | { readonly kind: 'ended' };

/** A worker that nobody has asked for so long is ended, in milliseconds, when the event loop next turns. */
const IDLE_MS = 5_000;

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

// Loaded with the first node that needs it. One bridge is enough for a thread: while it waits it asks for nothing else.
const threads = (): Threads => createRequire(import.meta.url)('node:worker_threads') as Threads;
let bridge: Bridge | undefined;

/** Has the worker run a node and blocks until it answers, for `waitMs` at most; a worker that is late is ended. */
export const cross = (request: Request, waitMs: number): Crossing => {
  bridge ??= open();
  const { line, idle } = bridge;
  const seen = Atomics.load(line.state, ANSWERS);
  // What a node has left running may have ended it since; asked after `seen`, since an end counts as an answer.
  if (Atomics.load(line.state, ENDED) === 1) {
    endBridge();
    return cross(request, waitMs);
  }
  line.port.postMessage(request);
  const woken = Atomics.wait(line.state, ANSWERS, seen, waitMs);
  if (woken === 'timed-out') {
    endBridge();
    return { kind: 'late' };
  }
  const answer = threads().receiveMessageOnPort(line.port);
  if (answer === undefined || Atomics.load(line.state, ENDED) === 1) endBridge();
  else idle.refresh();
  return answer === undefined ? { kind: 'ended' } : (answer.message as Answer);
};

/** Ends the worker, if there is one; the next crossing starts another. */
export const endBridge = (): undefined => {
  if (bridge === undefined) return;
  const { worker, line, idle } = bridge;
  bridge = undefined;
  clearTimeout(idle);
  line.port.close();
  // Nobody waits for its end: it does nothing more that anyone could see.
  worker.terminate().catch(() => undefined);
};

const open = (): Bridge => {
  const { Worker, MessageChannel } = threads();
  const { port1, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const entry = new URL(`./bridge-worker.${extension}`, import.meta.url).href;
  const { execArgv, preloads } = workerOptions(process.execArgv);
  const worker = new Worker(BOOT, {
    eval: true,
    workerData: { port: port2, state, modules: [...preloads, entry] },
    transferList: [port2],
    execArgv: [...execArgv],
  });
  // Its failures are answers, or its end; as an event they would end the program.
  worker.on('error', () => undefined);
  worker.unref();
  port1.unref();
  return { worker, line: { port: port1, state }, idle: setTimeout(endBridge, IDLE_MS).unref() };
};
