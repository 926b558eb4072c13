import type { Color } from '../../types/color.ts';
import type { Colouring } from './colouring.ts';
import { rowMaker } from './columns.ts';
import type { SqlResult, SqlRow } from './database-contract.ts';
import type { SqliteTarget } from './database-options.ts';
import { templateOf } from './placeholders.ts';
import type { BoundStatement, Limits, Session } from './session.ts';
import { SqlFailed } from './sql-failed.ts';
import { applySettings, connectedTo, prepared } from './sqlite-connection.ts';
import { sqliteDecoder } from './sqlite-decode.ts';
import type { SqliteStatement } from './sqlite-driver.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import { ask, type Steps } from './steps.ts';

/** How many prepared statements a connection keeps. */
const MOST_STATEMENTS = 100;
/** After how many rows the limits are looked at, and others have a turn. */
const ROWS_A_TURN = 1_000;
const LONGEST_PAUSE_MS = 50;

/** Whether and where a statement's rows are being read. */
interface Reading {
  readonly rows: Iterator<readonly unknown[]>;
  readonly limits: Limits;
  first: IteratorResult<readonly unknown[]> | undefined;
  readonly columns: readonly string[];
  readonly decode: (values: readonly unknown[]) => SqlRow;
}

/**
 * Opens a connection to SQLite.
 *
 * It calls SQLite on this thread in either colour: a crossing into another one costs more than most statements. Long results
 * are read in turns, between which the event loop goes on.
 */
export function* openSqlite<C extends Color>(
  target: SqliteTarget,
  colouring: Colouring<C>,
): Steps<Session<C>> {
  const { busyTimeoutMs } = target;
  const connection = connectedTo(target);
  const statements = new Map<string, SqliteStatement>();
  let cursor: Reading | undefined;
  /** How many rows of the cursor are read at a time. */
  let mostAtATime = 0;
  let isEnded = false;

  /** Tries again while another connection holds a lock. Inside of a transaction this would never end. */
  function* patiently<T>(work: () => T, limits: Limits): Steps<T> {
    const until = performance.now() + Math.min(busyTimeoutMs, limits.timeoutMs);
    for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        return work();
      } catch (error) {
        const failed = sqliteFailure(error);
        const isBusy = failed.failure.kind === 'statement' && failed.failure.reason === 'busy';
        if (!isBusy || connection.inTransaction || performance.now() + pauseMs > until) throw failed;
      }
      yield* ask(colouring.pause(pauseMs));
      refuseIfOver(limits, Number.POSITIVE_INFINITY);
    }
  }

  function* started({ values }: BoundStatement, limits: Limits, statement: SqliteStatement): Steps<Reading> {
    return yield* patiently(() => {
      const rows = statement.iterate(values);
      const first = rows.next();
      // Not before: the statement is prepared anew by its first step where the schema has changed.
      const columns = statement.columns();
      return {
        rows,
        limits,
        first,
        columns: columns.map(({ name }) => name),
        decode: rowDecoder(columns),
      };
    }, limits);
  }

  function* taken(reading: Reading, most: number): Steps<readonly SqlRow[]> {
    const { rows, decode, limits } = reading;
    const until = performance.now() + limits.timeoutMs;
    const read: SqlRow[] = [];
    try {
      while (read.length < most) {
        const next = reading.first ?? rows.next();
        reading.first = undefined;
        if (next.done === true) break;
        read.push(decode(next.value));
        if (read.length % ROWS_A_TURN !== 0) continue;
        yield* ask(colouring.pause(0));
        refuseIfOver(limits, until);
      }
    } catch (error) {
      abandon(reading);
      throw sqliteFailure(error);
    }
    return read;
  }

  // The driver ends no statement before its last row, and one that has begun keeps its lock until it is collected as garbage.
  const abandon = ({ rows }: Reading): undefined => {
    connection.interrupt();
    try {
      while (rows.next().done !== true);
    } catch {
      // Interrupted, as it was to be.
    }
  };

  function* run(bound: BoundStatement, limits: Limits): Steps<SqlResult> {
    refuseIfOver(limits, Number.POSITIVE_INFINITY);
    // Taken out while it is in use: nobody else may run it meanwhile.
    const statement = statements.get(bound.text) ?? prepared(connection, bound.text);
    statements.delete(bound.text);
    if (!statement.reader) {
      const { changes } = yield* patiently(() => statement.run(bound.values), limits);
      keep(bound.text, statement);
      return { columns: [], rows: [], rowCount: changes };
    }
    const reading = yield* started(bound, limits, statement);
    const rows = yield* taken(reading, Number.POSITIVE_INFINITY);
    keep(bound.text, statement);
    return { columns: reading.columns, rows, rowCount: rows.length };
  }

  const keep = (text: string, statement: SqliteStatement): undefined => {
    const [oldest] = statements.keys();
    if (oldest !== undefined && statements.size >= MOST_STATEMENTS) statements.delete(oldest);
    statements.set(text, statement);
  };

  function* open(bound: BoundStatement, limits: Limits, most: number): Steps<undefined> {
    mostAtATime = most;
    refuseIfOver(limits, Number.POSITIVE_INFINITY);
    const statement = prepared(connection, bound.text);
    if (statement.reader) cursor = yield* started(bound, limits, statement);
    else yield* patiently(() => statement.run(bound.values), limits);
  }

  function* read(): Steps<SqlResult> {
    if (cursor === undefined) return { columns: [], rows: [], rowCount: 0 };
    const reading = cursor;
    const rows = yield* taken(reading, mostAtATime);
    if (rows.length < mostAtATime) cursor = undefined;
    return { columns: reading.columns, rows, rowCount: rows.length };
  }

  function* script(sql: string, limits: Limits): Steps<undefined> {
    refuseIfOver(limits, Number.POSITIVE_INFINITY);
    if (connection.inTransaction || !templateOf(sql, 'sqlite').isScript) {
      yield* patiently(() => connection.exec(sql), limits);
      return;
    }
    // Whole or not at all, as PostgreSQL runs it; a script that met a lock half-way could not be tried again.
    yield* patiently(() => connection.exec('BEGIN IMMEDIATE'), limits);
    try {
      connection.exec(sql);
      connection.exec('COMMIT');
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw sqliteFailure(error);
    }
  }

  const shut = (): undefined => {
    if (cursor !== undefined) abandon(cursor);
    cursor = undefined;
  };

  const close = (): undefined => {
    if (isEnded) return;
    isEnded = true;
    shut();
    statements.clear();
    connection.close();
  };

  const { drive } = colouring;
  yield* applySettings(target, connection, patiently);
  return {
    run: (bound, limits) => drive(run(bound, limits)),
    script: (sql, limits) => drive(script(sql, limits)),
    open: (bound, limits, most) => drive(open(bound, limits, most)),
    read: () => drive(read()),
    shut: () => drive(atOnce(shut)),
    end: () => drive(atOnce(close)),
    isInTransaction: () => !isEnded && connection.inTransaction,
    isBroken: () => isEnded,
  };
}

type Column = ReturnType<SqliteStatement['columns']>[number];

const rowDecoder = (columns: readonly Column[]): ((values: readonly unknown[]) => SqlRow) => {
  const decoders = columns.map(({ type }) => sqliteDecoder(type));
  const make = rowMaker(columns.map(({ name }) => name));
  return (values) => make((index) => decoders[index]?.(values[index]));
};

// biome-ignore lint/correctness/useYield: steps that ask for nothing
function* atOnce<T>(work: () => T): Steps<T> {
  return work();
}

const refuseIfOver = ({ timeoutMs, signal }: Limits, until: number): undefined => {
  if (signal?.aborted) throw new SqlFailed({ kind: 'aborted' });
  if (performance.now() > until) throw new SqlFailed({ kind: 'timeout', afterMs: timeoutMs });
};
