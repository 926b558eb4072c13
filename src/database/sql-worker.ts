import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../bridge/blocking-worker.ts';
import type { Line } from '../bridge/open-worker.ts';
import { messageOf } from '../errors/message-of.ts';
import { SqlDriverError } from '../errors/sql-driver-error.ts';
import { openPostgres } from './postgres-session.ts';
import type { Session } from './session.ts';
import { SqlFailed } from './sql-failed.ts';
import type { SqlAnswer, SqlQuestion } from './sql-worker-questions.ts';

// The entry of the worker's thread: it holds connections to PostgreSQL for a thread that blocks.

const sessions = new Map<number, Session<'async'>>();

const done = async (question: SqlQuestion): Promise<unknown> => {
  if (question.ask === 'connect') {
    sessions.set(question.session, await openPostgres(question.target));
    return undefined;
  }
  const session = sessions.get(question.session);
  switch (question.ask) {
    case 'run':
      return await session?.run(question.statement, question.limits);
    case 'open':
      return await session?.open(question.statement, question.limits);
    case 'script':
      return await session?.script(question.sql, question.limits);
    case 'read':
      return await session?.read(question.most);
    case 'shut':
      return await session?.shut();
    case 'end':
      sessions.delete(question.session);
      return await session?.end();
  }
};

const outcomeOf = async (question: SqlQuestion): Promise<SqlAnswer['outcome']> => {
  try {
    return { kind: 'value', value: await done(question) };
  } catch (error) {
    if (error instanceof SqlFailed) return { kind: 'failed', failure: error.failure };
    if (error instanceof SqlDriverError) {
      return { kind: 'noDriver', database: error.database, driver: error.driver };
    }
    return { kind: 'thrown', message: messageOf(error) };
  }
};

answerQuestions(workerData as Line, async (question: SqlQuestion): Promise<SqlAnswer> => {
  const outcome = await outcomeOf(question);
  const session = sessions.get(question.session);
  return {
    outcome,
    isInTransaction: session?.isInTransaction() ?? false,
    isBroken: session?.isBroken() ?? true,
  };
});
