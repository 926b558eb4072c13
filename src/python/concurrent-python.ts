import { type OpenWorker, openWorker } from '../bridge/open-worker.ts';
import type { PythonAnswer, PythonQuestion } from './python-messages.ts';
import { IDLE_MS, type PythonReply, START_MS } from './python-reply.ts';

interface Held extends OpenWorker {
  readonly idle: NodeJS.Timeout;
}

let held: Held | undefined;
// One program at a time, in the order in which they came.
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** Has the interpreter run a program; rejects with the signal's reason when it aborts. `blocking-python.ts` is its twin. */
export const askConcurrentPython = async (
  pyodide: string,
  question: PythonQuestion,
  limitMs: number,
  signal: AbortSignal,
): Promise<PythonReply> => {
  waiting += 1;
  const turn = last.then(() => runInTurn(pyodide, question, limitMs, signal));
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
};

/** Ends the interpreter if nobody uses it; the next program starts another. */
export const endIdlePython = (): undefined => {
  if (waiting === 0) endPython();
};

const runInTurn = async (
  pyodide: string,
  question: PythonQuestion,
  limitMs: number,
  signal: AbortSignal,
): Promise<PythonReply> => {
  signal.throwIfAborted();
  if (held === undefined) {
    const opened = openWorker(new URL('./python-worker', import.meta.url));
    held = { ...opened, idle: setTimeout(endIdlePython, IDLE_MS).unref() };
    const started = await ask(held, { ask: 'start', pyodide }, START_MS, signal);
    if (started.kind !== 'ready') {
      endPython();
      return started.kind === 'late' ? { kind: 'failed', message: 'it has not loaded in time' } : started;
    }
  }
  const reply = await ask(held, question, limitMs, signal);
  if (reply.kind === 'answer' && !reply.isSpent) held?.idle.refresh();
  else endPython();
  return reply;
};

const ask = (
  { worker, line }: Held,
  question: PythonQuestion,
  limitMs: number,
  signal: AbortSignal,
): Promise<PythonReply> =>
  new Promise((resolve, reject) => {
    const settle = (): undefined => {
      clearTimeout(timer);
      worker.off('exit', onExit);
      line.port.off('message', onMessage);
      signal.removeEventListener('abort', onAbort);
      worker.unref();
      line.port.unref();
    };
    const onMessage = (answer: PythonAnswer): undefined => {
      settle();
      resolve(answer);
    };
    const onExit = (): undefined => {
      settle();
      endPython();
      resolve({ kind: 'ended' });
    };
    const onAbort = (): undefined => {
      settle();
      endPython();
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      settle();
      endPython();
      resolve({ kind: 'late' });
    }, limitMs);
    worker.on('exit', onExit);
    line.port.on('message', onMessage);
    signal.addEventListener('abort', onAbort);
    worker.ref();
    line.port.postMessage(question);
  });

const endPython = (): undefined => {
  if (held === undefined) return;
  const { worker, line, idle } = held;
  held = undefined;
  clearTimeout(idle);
  line.port.close();
  // Nobody waits for its end: it does nothing more that anyone could see.
  worker.terminate().catch(() => undefined);
};
