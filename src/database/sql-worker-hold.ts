import { type BlockingWorker, startBlockingWorker } from '../bridge/blocking-worker.ts';

/** The worker of this thread's connections, for one of them. */
export interface SqlWorkerHold {
  readonly worker: BlockingWorker;
  /** Says that the connection has ended; the second time it is of no effect. */
  readonly release: () => undefined;
}

/** A worker without connections is ended after so long, in milliseconds: a program that connects again need not start another. */
const IDLE_MS = 2_000;

let shared: { readonly worker: BlockingWorker; holds: number; idle: NodeJS.Timeout | undefined } | undefined;

/** Holds the worker in which all connections to PostgreSQL of a blocking thread are; it keeps no program alive. */
export const holdSqlWorker = (): SqlWorkerHold => {
  if (shared === undefined || shared.worker.isEnded()) {
    const worker = startBlockingWorker(new URL('./sql-worker', import.meta.url));
    shared = { worker, holds: 0, idle: undefined };
  }
  const held = shared;
  clearTimeout(held.idle);
  held.holds += 1;
  let isHeld = true;
  return {
    worker: held.worker,
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      held.holds -= 1;
      if (held.holds > 0) return;
      held.idle = setTimeout(() => held.worker.end(), IDLE_MS).unref();
    },
  };
};
