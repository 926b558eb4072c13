import type { SqlResult, SqlRow } from './database-contract.ts';
import type { PostgresTarget } from './database-options.ts';
import type { ValueText } from './packed-column.ts';
import type { ListedResult } from './packed-result.ts';
import { postgresConfig } from './postgres-config.ts';
import { loadPg, loadPgCursor } from './postgres-driver.ts';
import { postgresFailure } from './postgres-failure.ts';
import { type PostgresReading, readingOf } from './postgres-reading.ts';
import { DECODED, UNDECODED } from './postgres-types.ts';
import { resultColumns } from './result-columns.ts';
import type { BoundStatement, Limits, Session } from './session.ts';
import { SqlFailed } from './sql-failed.ts';

/** How long the server has to cancel a statement before its connection is cut, in milliseconds. */
export const CANCEL_GRACE_MS = 2_000;

// What values look like must not depend on how a server is set up.
const SETTINGS = `SET TimeZone TO 'UTC'; SET DateStyle TO 'ISO'; SET IntervalStyle TO 'iso_8601'; SET bytea_output TO 'hex';
SET extra_float_digits TO 1; SET standard_conforming_strings TO on; SET client_encoding TO 'UTF8'`;

const NO_ROWS = { columns: [], typeIds: [], rows: [], rowCount: 0 };

/** How many rows a part of a result has. */
const ROWS_A_PART = 2_000;

/** A connection that can also give a result in parts, while the rest of it is on its way. */
export interface PostgresSession extends Session<'async'> {
  /** @param onPart - given rows as lists of texts; the answer has those that are left */
  readonly runInParts: (
    statement: BoundStatement,
    limits: Limits,
    onPart: (part: ListedResult) => undefined,
  ) => Promise<ListedResult>;
  /** As `open`, for rows as lists of texts, which `readLists` reads. */
  readonly openLists: (statement: BoundStatement, limits: Limits, most: number) => Promise<undefined>;
  readonly readLists: () => Promise<ListedResult>;
}

/**
 * Opens a connection to PostgreSQL through `pg`.
 *
 * @param onBroken - called when the connection breaks while nobody asks anything of it
 * @throws {SqlDriverError} the driver is not installed
 * @throws {SqlFailed} the server cannot be reached, or refuses the connection
 */
export const openPostgres = async (
  target: PostgresTarget,
  onBroken: () => unknown = () => undefined,
): Promise<PostgresSession> => {
  const { Client, Query } = loadPg();
  const config = postgresConfig(target);
  const client = new Client(config);
  let isBroken = false;
  let reading: PostgresReading<SqlRow> | undefined;
  let readingLists: PostgresReading<readonly ValueText[]> | undefined;
  // A connection that breaks while nobody asks anything of it would end the program.
  client.on('error', () => {
    isBroken = true;
    onBroken();
  });

  const cut = (): undefined => {
    isBroken = true;
    client.connection.stream.destroy();
  };

  /** Has the server cancel what this connection does; a server that cannot is cut off. */
  const cancel = async (): Promise<undefined> => {
    const other = new Client({ ...config, connectionTimeoutMillis: CANCEL_GRACE_MS });
    other.on('error', () => undefined);
    const giveUp = setTimeout(cut, CANCEL_GRACE_MS);
    try {
      await other.connect();
      await other.query('SELECT pg_cancel_backend($1)', [processIdOf(client)]);
    } catch {
      cut();
    } finally {
      clearTimeout(giveUp);
      await other.end().catch(() => undefined);
    }
  };

  const within = async <T>({ timeoutMs, signal }: Limits, work: () => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw new SqlFailed({ kind: 'aborted' });
    let stopped: SqlFailed | undefined;
    let cancelled: Promise<unknown> | undefined;
    const stop = (failure: SqlFailed): undefined => {
      if (stopped !== undefined) return;
      stopped = failure;
      cancelled = cancel();
    };
    const timer = setTimeout(() => stop(new SqlFailed({ kind: 'timeout', afterMs: timeoutMs })), timeoutMs);
    const onAbort = (): undefined => stop(new SqlFailed({ kind: 'aborted' }));
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await work();
    } catch (error) {
      const failed = postgresFailure(error);
      if (failed.failure.kind === 'connection') isBroken = true;
      throw stopped ?? failed;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      // A request to cancel that is still on its way would hit the next statement.
      await cancelled;
    }
  };

  const run = ({ text, values }: BoundStatement, limits: Limits): Promise<SqlResult> =>
    within(limits, async () => {
      const { fields, rows, rowCount } = await client.query<SqlRow & object>({
        text,
        values: [...values],
        types: DECODED,
      });
      return { columns: resultColumns(fields).columns, rows, rowCount: rowCount ?? 0 };
    });

  const runInParts: PostgresSession['runInParts'] = ({ text, values }, limits, onPart) =>
    within(
      limits,
      () =>
        new Promise((resolve, reject) => {
          let rows: ValueText[][] = [];
          // A list is what the driver's types leave out of a query of this kind.
          const config = { text, values: [...values], rowMode: 'array', types: UNDECODED };
          const query = client.query(new Query(config));
          query.on('row', (row, result) => {
            rows.push(row as never);
            if (rows.length < ROWS_A_PART || result === undefined) return;
            onPart({ ...resultColumns(result.fields), rows, rowCount: rows.length });
            rows = [];
          });
          query.on('end', ({ fields, rowCount }) =>
            resolve({ ...resultColumns(fields), rows, rowCount: rowCount ?? 0 }),
          );
          query.on('error', reject);
        }),
    );

  const opened = <Row>(
    { text, values }: BoundStatement,
    limits: Limits,
    most: number,
    rowMode?: 'array',
  ): PostgresReading<Row> => {
    const Cursor = loadPgCursor();
    const config = rowMode === undefined ? { types: DECODED } : { types: UNDECODED, rowMode };
    return readingOf(client.query(new Cursor<Row>(text, [...values], config)), most, limits, within);
  };

  try {
    await client.connect();
    await client.query(target.readOnly ? `${SETTINGS}; SET default_transaction_read_only TO on` : SETTINGS);
  } catch (error) {
    cut();
    throw postgresFailure(error);
  }
  return {
    run,
    runInParts,
    script: (sql, limits) =>
      within(limits, async () => {
        await client.query(sql);
        return undefined;
      }),
    open: async (statement, limits, most) => {
      reading = opened<SqlRow>(statement, limits, most);
    },
    read: async () => (await reading?.next()) ?? NO_ROWS,
    openLists: async (statement, limits, most) => {
      readingLists = opened<readonly ValueText[]>(statement, limits, most, 'array');
    },
    readLists: async () => (await readingLists?.next()) ?? NO_ROWS,
    shut: async () => {
      const open = reading ?? readingLists;
      reading = undefined;
      readingLists = undefined;
      await open?.close();
    },
    end: async () => {
      if (isBroken) return;
      isBroken = true;
      // `end` would wait for a statement that is under way.
      await (client.getTransactionStatus() === 'I' ? client.end().catch(() => undefined) : cut());
    },
    isInTransaction: () => !isBroken && client.getTransactionStatus() !== 'I',
    isBroken: () => isBroken,
  };
};

// The driver's types leave it out.
const processIdOf = (client: object): unknown => Reflect.get(client, 'processID');
