import { type BlockingWorker, startBlockingWorker } from '../bridge/blocking-worker.ts';
import { SqlDriverError } from '../errors/sql-driver-error.ts';
import type { PostgresTarget } from './database-options.ts';
import { CANCEL_GRACE_MS } from './postgres-session.ts';
import type { Cells, Limits, Session } from './session.ts';
import { SqlFailed } from './sql-failed.ts';
import type { SqlAnswer, SqlQuestion } from './sql-worker-questions.ts';

/** How much longer than the statement the worker may take, in milliseconds: it has to start, and the server to cancel. */
const GRACE_MS = 5_000 + 2 * CANCEL_GRACE_MS;

type Asked<Question = SqlQuestion> = Question extends SqlQuestion ? Omit<Question, 'session'> : never;

/** The worker that holds a database's connections, started by the first of them. */
export class SqlWorker {
  #worker: BlockingWorker | undefined;
  #sessions = 0;

  /** A number for a new connection, in a worker that is there. */
  open(): { readonly session: number; readonly worker: BlockingWorker } {
    if (this.#worker === undefined || this.#worker.isEnded()) {
      this.#worker = startBlockingWorker(new URL('./sql-worker', import.meta.url));
    }
    this.#sessions += 1;
    return { session: this.#sessions, worker: this.#worker };
  }

  end(): undefined {
    this.#worker?.end();
    this.#worker = undefined;
  }
}

/**
 * Opens a connection to PostgreSQL in a worker, which this thread waits for.
 *
 * @throws {SqlDriverError} the driver is not installed
 * @throws {SqlFailed} the server cannot be reached, or refuses the connection
 */
export const openPostgresBlocking = (target: PostgresTarget, workers: SqlWorker): Session<'sync'> => {
  const { session, worker } = workers.open();
  let state = { isInTransaction: false, isBroken: false };
  let readingLimits: Limits = { timeoutMs: target.statementTimeoutMs };

  const ask = (asked: Asked, ms: number): unknown => {
    const reply = worker.ask({ ...asked, session }, ms + GRACE_MS);
    if (reply.kind !== 'answer') {
      state = { isInTransaction: false, isBroken: true };
      const detail =
        reply.kind === 'late'
          ? `its worker has not answered within ${ms + GRACE_MS} ms`
          : 'its worker has ended';
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

  const within = ({ timeoutMs, signal }: Limits, asked: Asked): unknown => {
    if (signal?.aborted) throw new SqlFailed({ kind: 'aborted' });
    return ask(asked, timeoutMs);
  };

  ask({ ask: 'connect', target }, target.connectTimeoutMs);
  return {
    run: (statement, { timeoutMs, signal }) =>
      within({ timeoutMs, signal }, { ask: 'run', statement, limits: { timeoutMs } }) as Cells,
    script: (sql, { timeoutMs, signal }) =>
      within({ timeoutMs, signal }, { ask: 'script', sql, limits: { timeoutMs } }) as undefined,
    open: (statement, limits) => {
      readingLimits = limits;
      const { timeoutMs } = limits;
      return within(limits, { ask: 'open', statement, limits: { timeoutMs } }) as undefined;
    },
    read: (most) => within(readingLimits, { ask: 'read', most }) as Cells,
    shut: () => {
      if (!state.isBroken) ask({ ask: 'shut' }, CANCEL_GRACE_MS);
    },
    end: () => {
      if (!state.isBroken) ask({ ask: 'end' }, CANCEL_GRACE_MS);
      state = { isInTransaction: false, isBroken: true };
    },
    isInTransaction: () => state.isInTransaction,
    isBroken: () => state.isBroken || worker.isEnded(),
  };
};
