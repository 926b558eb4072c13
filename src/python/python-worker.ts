import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../bridge/blocking-worker.ts';
import type { Line } from '../bridge/open-worker.ts';
import { messageOf } from '../errors/message-of.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import type { PythonAnswer, PythonQuestion } from './python-messages.ts';

// The entry of the worker's thread: it holds an interpreter for a thread that must not wait for it, or be at its mercy.

let interpreter: Interpreter | undefined;

// What Pyodide says of its own failures is answered, not printed.
for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const) console[name] = () => undefined;

const answerTo = async (question: PythonQuestion): Promise<PythonAnswer> => {
  if (question.ask === 'start') {
    try {
      interpreter ??= await startInterpreter(question.pyodide);
      return { kind: 'ready' };
    } catch (error) {
      return { kind: 'failed', message: messageOf(error) };
    }
  }
  if (interpreter === undefined) return { kind: 'failed', message: 'it has not been started' };
  const { code, inputs, memoryLimitMb } = question;
  const answer = interpreter.run(code, inputs, memoryLimitMb);
  // Whoever has asked need not wait for this; the next program does, if it comes sooner.
  setImmediate(interpreter.restore);
  return answer;
};

answerQuestions(workerData as Line, answerTo);
