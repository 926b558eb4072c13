import { createRequire } from 'node:module';
import type { MessagePort, Worker } from 'node:worker_threads';
import { TSX, TSX_FILE, workerOptions } from './worker-options.ts';

type Threads = typeof import('node:worker_threads');

/** What the asking thread and its worker share. */
export interface Line {
  readonly port: MessagePort;
  /** At `ANSWERS`: how many answers have been sent; at `ENDED`: 1 when the worker has ended. */
  readonly state: Int32Array;
}

/** The place of the number of answers. */
export const ANSWERS = 0;

/** The place that says whether the worker has ended. */
export const ENDED = 1;

/** A worker that answers questions, and the line to it. */
export interface OpenWorker {
  readonly worker: Worker;
  readonly line: Line;
}

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
    if (each === '${TSX}' || each.endsWith('${TSX_FILE}')) loaded.register();
  }
})();`;

/** The threads of Node, loaded with the first worker. */
export const threads = (): Threads => createRequire(import.meta.url)('node:worker_threads') as Threads;

/**
 * Starts a worker; it keeps no program alive.
 *
 * @param entry - the address of its module without the extension; the module calls `answerQuestions`
 */
export const openWorker = (entry: URL): OpenWorker => {
  const nodeThreads = threads();
  const { Worker, MessageChannel } = nodeThreads;
  const { port1, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const { execArgv, preloads } = workerOptions(process.execArgv);
  const worker = new Worker(BOOT, {
    eval: true,
    workerData: { port: port2, state, modules: [...preloads, `${entry.href}.${extension}`] },
    transferList: [port2],
    execArgv: [...execArgv],
    // Otherwise it would see the environment as it was when it started.
    env: nodeThreads.SHARE_ENV,
  });
  // Its failures are answers, or its end; as an event they would end the program.
  worker.on('error', () => undefined);
  worker.unref();
  port1.unref();
  return { worker, line: { port: port1, state } };
};
