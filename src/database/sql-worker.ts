import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../bridge/blocking-worker.ts';
import type { Line } from '../bridge/open-worker.ts';
import { messageOf } from '../errors/message-of.ts';
import { SqlDriverError } from '../errors/sql-driver-error.ts';
import { type PackedResult, packed } from './packed-result.ts';
import { openPostgres, type PostgresSession } from './postgres-session.ts';
import { SqlFailed } from './sql-failed.ts';
import type { SqlAnswer, SqlQuestion } from './sql-worker-questions.ts';

// The entry of the worker's thread: it holds connections to PostgreSQL for a thread that blocks.

const sessions = new Map<number, PostgresSession>();

type Tell = (part: PackedResult) => undefined;

const done = async (question: SqlQuestion, tell: Tell): Promise<unknown> => {
  if (question.ask === 'connect') {
    const { session, target, broken } = question;
    sessions.set(session, await openPostgres(target, () => Atomics.store(broken, 0, 1)));
    return undefined;
  }
  const session = sessions.get(question.session);
  if (session === undefined)
    throw new SqlFailed({ kind: 'connection', code: 'WORKER', detail: 'it has ended' });
  switch (question.ask) {
    case 'run':
      return packed(
        await session.runInParts(question.statement, question.limits, (part) => tell(packed(part))),
      );
    case 'open':
      return await session.openLists(question.statement, question.limits, question.most);
    case 'script':
      return await session.script(question.sql, question.limits);
    case 'read':
      return packed(await session.readLists());
    case 'shut':
      return await session.shut();
    case 'end':
      sessions.delete(question.session);
      return await session.end();
  }
};

const outcomeOf = async (question: SqlQuestion, tell: Tell): Promise<SqlAnswer['outcome']> => {
  try {
    return { kind: 'value', value: await done(question, tell) };
  } catch (error) {
    if (error instanceof SqlFailed) return { kind: 'failed', failure: error.failure };
    if (error instanceof SqlDriverError) {
      return { kind: 'noDriver', database: error.database, driver: error.driver };
    }
    return { kind: 'thrown', message: messageOf(error) };
  }
};

answerQuestions(workerData as Line, async (question: SqlQuestion, tell): Promise<SqlAnswer> => {
  const outcome = await outcomeOf(question, tell);
  const session = sessions.get(question.session);
  return {
    outcome,
    isInTransaction: session?.isInTransaction() ?? false,
    isBroken: session?.isBroken() ?? true,
  };
});
