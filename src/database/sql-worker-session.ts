import { SqlDriverError } from '../errors/sql-driver-error.ts';
import type { SqlRow } from './database-contract.ts';
import type { PostgresTarget } from './database-options.ts';
import { type PackedResult, unpacked } from './packed-result.ts';
import { CANCEL_GRACE_MS } from './postgres-session.ts';
import type { Limits, Session } from './session.ts';
import { SqlFailed } from './sql-failed.ts';
import { holdSqlWorker } from './sql-worker-hold.ts';
import type { SqlAnswer, SqlQuestion } from './sql-worker-questions.ts';

/** How much longer than the statement the worker may take, in milliseconds: the server has to cancel it. */
const GRACE_MS = 5_000 + 2 * CANCEL_GRACE_MS;
/** How long a worker may take to start on a busy machine, in milliseconds. */
const START_MS = 30_000;

type Asked<Question = SqlQuestion> = Question extends SqlQuestion ? Omit<Question, 'session'> : never;

let lastSession = 0;

/**
 * Opens a connection to PostgreSQL in a worker, which this thread waits for.
 *
 * @throws {SqlDriverError} the driver is not installed
 * @throws {SqlFailed} the server cannot be reached, or refuses the connection
 */
export const openPostgresBlocking = (target: PostgresTarget): Session<'sync'> => {
  lastSession += 1;
  const session = lastSession;
  const { worker, release } = holdSqlWorker();
  let state = { isInTransaction: false, isBroken: false };
  const broken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let readingLimits: Limits = { timeoutMs: target.statementTimeoutMs };

  const ask = (asked: Asked, waitMs: number, onPart?: (part: unknown) => undefined): unknown => {
    const reply = worker.ask({ ...asked, session }, waitMs, onPart);
    if (reply.kind !== 'answer') {
      state = { isInTransaction: false, isBroken: true };
      const detail =
        reply.kind === 'late' ? `its worker has not answered within ${waitMs} ms` : 'its worker has ended';
      throw new SqlFailed({ kind: 'connection', code: 'WORKER', detail });
    }
    const { outcome, ...now } = reply.answer as SqlAnswer;
    state = now;
    switch (outcome.kind) {
      case 'value':
        return outcome.value;
      case 'failed':
        throw new SqlFailed(outcome.failure);
      case 'noDriver':
        throw new SqlDriverError(outcome.database, outcome.driver);
      case 'thrown':
        throw new Error(outcome.message);
    }
  };

  const within = (
    { timeoutMs, signal }: Limits,
    asked: Asked,
    onPart?: (part: unknown) => undefined,
  ): unknown => {
    if (signal?.aborted) throw new SqlFailed({ kind: 'aborted' });
    return ask(asked, timeoutMs + GRACE_MS, onPart);
  };

  const end = (): undefined => {
    try {
      if (!state.isBroken) ask({ ask: 'end' }, GRACE_MS);
    } finally {
      state = { isInTransaction: false, isBroken: true };
      release();
    }
  };

  try {
    ask({ ask: 'connect', target, broken }, target.connectTimeoutMs + START_MS);
  } catch (error) {
    release();
    throw error;
  }
  return {
    run: (statement, { timeoutMs, signal }) => {
      const rows: SqlRow[] = [];
      const take = (part: unknown): undefined => {
        for (const row of unpacked(part as PackedResult)) rows.push(row);
      };
      const asked: Asked = { ask: 'run', statement, limits: { timeoutMs } };
      const { columns, rowCount, ...rest } = within({ timeoutMs, signal }, asked, take) as PackedResult;
      // While the last rows were on their way these have been made already.
      take({ columns, rowCount, ...rest });
      return { columns, rows, rowCount };
    },
    script: (sql, { timeoutMs, signal }) =>
      within({ timeoutMs, signal }, { ask: 'script', sql, limits: { timeoutMs } }) as undefined,
    open: (statement, limits, most) => {
      readingLimits = limits;
      const { timeoutMs } = limits;
      return within(limits, { ask: 'open', statement, limits: { timeoutMs }, most }) as undefined;
    },
    read: () => {
      const part = within(readingLimits, { ask: 'read' }) as PackedResult;
      return { columns: part.columns, rows: unpacked(part), rowCount: part.rowCount };
    },
    shut: () => {
      if (!state.isBroken) ask({ ask: 'shut' }, GRACE_MS);
    },
    end,
    isInTransaction: () => state.isInTransaction,
    isBroken: () => state.isBroken || Atomics.load(broken, 0) === 1 || worker.isEnded(),
  };
};
