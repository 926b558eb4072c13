import type PgCursor from 'pg-cursor';
import { type ResultColumns, resultColumns } from './result-columns.ts';
import type { Limits } from './session.ts';
import { SqlFailed } from './sql-failed.ts';

/** Rows of a result, as the driver makes them: objects, or lists of values. */
export interface RowsRead<Row> extends ResultColumns {
  readonly rows: readonly Row[];
  readonly rowCount: number;
}

/** The rows of an open cursor. */
export interface PostgresReading<Row> {
  /** The next rows; fewer than asked for where there are no more. */
  readonly next: () => Promise<RowsRead<Row>>;
  readonly close: () => Promise<undefined>;
}

/** How long the rows before may have taken for the next to be read ahead, in milliseconds. */
const QUICK_MS = 50;

/**
 * Reads a cursor so many rows at a time, and the next of them while those before are used: otherwise the server waits for whoever uses
 * them, and they for the server. Only where it answers quickly, since to close the cursor waits for what has been asked for.
 *
 * @param within - has a reading keep to the limits
 */
export const readingOf = <Row>(
  cursor: PgCursor<Row>,
  most: number,
  limits: Limits,
  within: <T>(limits: Limits, work: () => Promise<T>) => Promise<T>,
): PostgresReading<Row> => {
  let ahead: Promise<RowsRead<Row>> | undefined;
  let isWorthIt = false;
  let hasFailed = false;

  const read = async (): Promise<RowsRead<Row>> => {
    const startedAt = performance.now();
    const part = await within(
      limits,
      () =>
        new Promise<RowsRead<Row>>((resolve, reject) => {
          cursor.read(most, (error, rows, result) => {
            hasFailed = error !== null && error !== undefined;
            if (hasFailed) reject(error);
            else resolve({ ...resultColumns(result.fields), rows, rowCount: rows.length });
          });
        }),
    );
    isWorthIt = part.rows.length === most && performance.now() - startedAt <= QUICK_MS;
    return part;
  };

  return {
    next: async () => {
      if (limits.signal?.aborted) throw new SqlFailed({ kind: 'aborted' });
      const coming = ahead ?? read();
      ahead = undefined;
      const part = await coming;
      if (isWorthIt) {
        ahead = read();
        // What went wrong is told to whoever asks for these rows.
        ahead.catch(() => undefined);
      }
      return part;
    },
    close: async () => {
      await ahead?.catch(() => undefined);
      // The server has closed a cursor that has failed; the driver would wait for an answer that came long ago.
      if (!hasFailed) await cursor.close().catch(() => undefined);
    },
  };
};
