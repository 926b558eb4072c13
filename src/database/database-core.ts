import type { Color, Ret } from '../../types/color.ts';
import { SqlTransactionError } from '../errors/sql-transaction-error.ts';
import type { Backend } from './backend.ts';
import { bindParameters } from './bind-parameters.ts';
import { refuseColumns } from './columns.ts';
import type { Dialect, SqlParameters, SqlResult, SqlRow, StatementOptions } from './database-contract.ts';
import type { DatabaseTarget } from './database-options.ts';
import { errorOf } from './error-of.ts';
import { type Lender, TransactionLender } from './lender.ts';
import type { Limits, Session } from './session.ts';
import { SessionPool } from './session-pool.ts';
import { ask, type Reader, type Steps } from './steps.ts';
import type { Waiting } from './waiting.ts';

/** How many rows of an iteration are in memory at a time. */
const ROWS_AT_A_TIME = 1_000;

/** What a database does, in either colour. */
export class DatabaseCore<C extends Color> {
  readonly #target: DatabaseTarget;
  readonly #backend: Backend<C>;
  readonly #waiting: Waiting<C>;
  readonly #pool: SessionPool<C>;
  /** Lends the connections of the pool for single statements. */
  readonly lender: Lender<C> = {
    lend: () => this.#lend(),
    takeBack: (session) => this.#takeBack(session),
  };

  get dialect(): Dialect {
    return this.#backend.dialect;
  }

  constructor(target: DatabaseTarget, backend: Backend<C>, waiting: Waiting<C>) {
    this.#target = target;
    this.#backend = backend;
    this.#waiting = waiting;
    this.#pool = new SessionPool(backend, waiting, {
      size: target.poolSize ?? sizeFor(target),
      waitMs: target.acquireTimeoutMs,
    });
  }

  *query(
    lender: Lender<C>,
    sql: string,
    parameters?: SqlParameters,
    options?: StatementOptions,
  ): Steps<SqlResult> {
    const bound = bindParameters(sql, parameters, this.#backend.dialect, options?.name);
    const session = yield* lender.lend(false);
    try {
      const result = yield* ask(session.run(bound, this.#limits(options)));
      refuseColumns(result.columns, sql, options?.name);
      return result;
    } catch (error) {
      throw errorOf(error, this.#backend, sql, options);
    } finally {
      yield* lender.takeBack(session);
    }
  }

  *exec(lender: Lender<C>, sql: string): Steps<undefined> {
    const session = yield* lender.lend(false);
    try {
      yield* this.#script(session, sql);
    } finally {
      yield* lender.takeBack(session);
    }
  }

  /** Opens the rows of a statement. */
  *read(
    lender: Lender<C>,
    sql: string,
    parameters?: SqlParameters,
    options?: StatementOptions,
  ): Steps<Reader<SqlRow>> {
    const { dialect } = this.#backend;
    const bound = bindParameters(sql, parameters, dialect, options?.name);
    const session = yield* lender.lend(true);
    const failing = (error: unknown): unknown => errorOf(error, this.#backend, sql, options);
    let isOver = false;
    function* next(): Steps<readonly SqlRow[] | undefined> {
      if (isOver) return undefined;
      try {
        const { rows, columns } = yield* ask(session.read());
        isOver = rows.length < ROWS_AT_A_TIME;
        refuseColumns(columns, sql, options?.name);
        return rows;
      } catch (error) {
        throw failing(error);
      }
    }
    function* end(): Steps<undefined> {
      try {
        yield* ask(session.shut());
      } finally {
        yield* lender.takeBack(session);
      }
    }
    try {
      yield* ask(session.open(bound, this.#limits(options), ROWS_AT_A_TIME));
    } catch (error) {
      yield* end();
      throw failing(error);
    }
    return { next, end };
  }

  /** Runs work on a connection of its own between `BEGIN` and `COMMIT`, or `ROLLBACK` where it fails. */
  *transaction<T>(work: (lender: Lender<C>) => Ret<C, T>): Steps<T> {
    const session = yield* this.#lend();
    const lender = new TransactionLender(session, this.#waiting, this.#target.acquireTimeoutMs);
    try {
      // To write at once: SQLite refuses a transaction that has read what another one has changed since.
      yield* this.#script(session, this.#target.type === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      const value = yield* ask<T>(work(lender));
      lender.end();
      yield* this.#commit(session);
      return value;
    } finally {
      lender.end();
      yield* this.#rollBack(session);
      yield* this.#pool.takeBack(session);
    }
  }

  /** Lends a connection for work that begins and ends its transactions by itself; none may be left open. */
  *connection<T>(work: (lender: Lender<C>) => Ret<C, T>): Steps<T> {
    const session = yield* this.#lend();
    const lender = new TransactionLender(session, this.#waiting, this.#target.acquireTimeoutMs);
    try {
      return yield* ask<T>(work(lender));
    } finally {
      lender.end();
      yield* this.#takeBack(session);
    }
  }

  close(): Steps<undefined> {
    return this.#pool.close();
  }

  *#lend(): Steps<Session<C>> {
    try {
      return yield* this.#pool.lend();
    } catch (error) {
      throw errorOf(error, this.#backend, 'CONNECT');
    }
  }

  /** Takes back what statements were run on; a transaction that they have left open is rolled back, and told. */
  *#takeBack(session: Session<C>): Steps<undefined> {
    const isLeftOpen = yield* this.#rollBack(session);
    yield* this.#pool.takeBack(session);
    if (isLeftOpen) {
      throw new SqlTransactionError(
        'A statement has left a transaction open, and it was rolled back. Use transaction(), or end it with COMMIT.',
      );
    }
  }

  *#script(session: Session<C>, sql: string): Steps<undefined> {
    try {
      yield* ask(session.script(sql, this.#limits()));
    } catch (error) {
      throw errorOf(error, this.#backend, sql);
    }
  }

  *#commit(session: Session<C>): Steps<undefined> {
    if (!session.isInTransaction() && !session.isBroken()) {
      throw new SqlTransactionError(
        'The transaction was ended by a statement in it. Leave BEGIN, COMMIT and ROLLBACK to transaction().',
      );
    }
    // Of a reading that has not been ended a commit would wait for.
    yield* ask(session.shut());
    yield* this.#script(session, 'COMMIT');
  }

  /** Rolls back what is open; answers whether anything was. A connection that cannot is ended, which rolls back as well. */
  *#rollBack(session: Session<C>): Steps<boolean> {
    if (!session.isInTransaction()) return false;
    try {
      yield* ask(session.shut());
      yield* ask(session.script('ROLLBACK', this.#limits()));
    } catch {
      yield* ask(session.end());
    }
    return true;
  }

  #limits(options?: StatementOptions): Limits {
    return { timeoutMs: options?.timeoutMs ?? this.#target.statementTimeoutMs, signal: options?.signal };
  }
}

/** How many connections a pool has unless told. Each one to `:memory:` would be to a database of its own. */
const sizeFor = (target: DatabaseTarget): number => {
  if (target.type === 'postgresql') return 10;
  return target.path === ':memory:' ? 1 : 4;
};
