import type { Answer, Request } from './line.ts';
import { type OpenWorker, openWorker } from './open-worker.ts';

/** What came of a request: an answer, or the worker's end without one. */
export type PoolAnswer = Answer | { readonly kind: 'ended' };

interface Job {
  readonly request: Request;
  readonly signal: AbortSignal;
  readonly resolve: (answer: PoolAnswer) => unknown;
  readonly reject: (reason: unknown) => unknown;
}

interface Place {
  readonly opened: OpenWorker;
  readonly idle: NodeJS.Timeout;
}

const ENTRY = new URL('./bridge-worker', import.meta.url);

/** A worker without work is ended after so long, in milliseconds. */
const IDLE_MS = 5_000;

/**
 * Workers for nodes that would hold up the event loop: started when there is work, each for one node at a time, ended when there
 * is none. A worker whose node is no longer wanted is ended with it, since nothing else stops a loop.
 *
 * A library would bring its own entry of the worker, and this has to be the bridge's: it is the one that finds modules as the
 * program does, with its loaders of TypeScript.
 */
export class WorkerPool {
  readonly #size: number;
  readonly #free: Place[] = [];
  readonly #waiting: Job[] = [];
  /** How many workers there are, with work or without. */
  #count = 0;
  #isClosed = false;

  constructor(size: number) {
    this.#size = size;
  }

  /** Has a worker run a node; rejects with the signal's reason as soon as it aborts. */
  run(request: Request, signal: AbortSignal): Promise<PoolAnswer> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const job = { request, signal, resolve, reject };
      signal.addEventListener('abort', () => this.#giveUp(job), { once: true });
      this.#waiting.push(job);
      this.#advance();
    });
  }

  /** Ends all workers; whoever still waits is told that they have ended. */
  close(): undefined {
    this.#isClosed = true;
    for (const place of this.#free.splice(0)) this.#end(place);
    for (const { resolve } of this.#waiting.splice(0)) resolve({ kind: 'ended' });
  }

  #giveUp(job: Job): undefined {
    const index = this.#waiting.indexOf(job);
    if (index === -1) return;
    this.#waiting.splice(index, 1);
    job.reject(job.signal.reason);
  }

  #advance(): undefined {
    while (this.#waiting.length > 0) {
      const place = this.#free.pop() ?? (this.#count < this.#size ? this.#open() : undefined);
      const job = place === undefined ? undefined : this.#waiting.shift();
      if (place === undefined || job === undefined) return;
      this.#serve(place, job);
    }
  }

  #open(): Place {
    this.#count += 1;
    const opened = openWorker(ENTRY);
    const idle = setTimeout(() => {
      const index = this.#free.findIndex((place) => place.opened === opened);
      if (index !== -1) for (const place of this.#free.splice(index, 1)) this.#end(place);
    }, IDLE_MS).unref();
    return { opened, idle };
  }

  #serve(place: Place, { request, signal, resolve, reject }: Job): undefined {
    const { worker, line } = place.opened;
    const stop = (): undefined => {
      worker.off('exit', onExit);
      line.port.off('message', onMessage);
      signal.removeEventListener('abort', onAbort);
    };
    const leave = (): undefined => {
      stop();
      this.#end(place);
      this.#advance();
    };
    const onExit = (): undefined => {
      leave();
      resolve({ kind: 'ended' });
    };
    const onAbort = (): undefined => {
      leave();
      reject(signal.reason);
    };
    const onMessage = (answer: Answer): undefined => {
      stop();
      worker.unref();
      line.port.unref();
      if (this.#isClosed) this.#end(place);
      else {
        place.idle.refresh();
        this.#free.push(place);
      }
      resolve(answer);
      this.#advance();
    };
    worker.on('exit', onExit);
    line.port.on('message', onMessage);
    signal.addEventListener('abort', onAbort);
    // A program waits for its nodes, wherever they run.
    worker.ref();
    line.port.postMessage(request);
  }

  #end({ opened, idle }: Place): undefined {
    this.#count -= 1;
    clearTimeout(idle);
    opened.line.port.close();
    // Nobody waits for its end: it does nothing more that anyone could see.
    opened.worker.terminate().catch(() => undefined);
  }
}
