import { type BlockingWorker, type Reply, startBlockingWorker } from '../bridge/blocking-worker.ts';
import type { PythonAnswer, PythonQuestion } from './python-messages.ts';
import { IDLE_MS, type PythonReply, START_MS } from './python-reply.ts';

interface Held {
  readonly worker: BlockingWorker;
  readonly idle: NodeJS.Timeout;
}

// One is enough for a thread: while it waits it asks for nothing else.
let held: Held | undefined;

/** Has the interpreter run a program and blocks until it answers; `concurrent-python.ts` is its twin. */
export const askBlockingPython = (
  pyodide: string,
  question: PythonQuestion,
  limitMs: number,
): PythonReply => {
  if (held === undefined || held.worker.isEnded()) {
    endBlockingPython();
    const worker = startBlockingWorker(new URL('./python-worker', import.meta.url));
    const started = replyOf(worker.ask({ ask: 'start', pyodide } satisfies PythonQuestion, START_MS));
    if (started.kind !== 'ready') {
      worker.end();
      return started.kind === 'late' ? { kind: 'failed', message: 'it has not loaded in time' } : started;
    }
    held = { worker, idle: setTimeout(endBlockingPython, IDLE_MS).unref() };
  }
  const { worker, idle } = held;
  const reply = replyOf(worker.ask(question, limitMs));
  if (reply.kind === 'answer' && !reply.isSpent) idle.refresh();
  else endBlockingPython();
  return reply;
};

/** Ends the interpreter, if there is one; the next program starts another. */
export const endBlockingPython = (): undefined => {
  if (held === undefined) return;
  const { worker, idle } = held;
  held = undefined;
  clearTimeout(idle);
  worker.end();
};

const replyOf = (reply: Reply): PythonReply =>
  reply.kind === 'answer' ? (reply.answer as PythonAnswer) : reply;
