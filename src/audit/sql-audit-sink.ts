import type { AuditHead, AuditSink } from '../../types/audit.ts';
import { Database } from '../database/database.ts';
import type { DatabaseOptions } from '../database/database-options.ts';

const SCHEMA =
  'CREATE TABLE IF NOT EXISTS lockstep_audit (sequence BIGINT PRIMARY KEY, hash TEXT NOT NULL, entry TEXT NOT NULL)';
const LAST = 'SELECT sequence, hash FROM lockstep_audit ORDER BY sequence DESC LIMIT 1';
const INSERT = 'INSERT INTO lockstep_audit (sequence, hash, entry) VALUES (:sequence, :hash, :entry)';

/** An audit log in a database. */
export interface SqlAuditSink extends AuditSink {
  /** Ends the connections; the next entry opens them again. */
  readonly close: () => undefined;
}

/**
 * Keeps an audit log in the table `lockstep_audit` of SQLite or PostgreSQL: each entry as the line of JSON that `lockstep audit-log
 * verify` reads. It blocks until an entry is committed, on both runtimes.
 *
 * @param options - the database, as `Database` takes it
 * @throws {InvalidOptionError} an option is missing, unknown or not allowed
 *
 * @example
 * ```ts
 * import { LocalRuntime, sqlAuditSink } from 'lockstep';
 * const sink = sqlAuditSink({ type: 'sqlite', path: 'audit.db' });
 * const runtime = new LocalRuntime({ audit: { sink } });
 * ```
 */
export const sqlAuditSink = (options: DatabaseOptions): SqlAuditSink => {
  const database = new Database(options);
  let isReady = false;
  let head: AuditHead | undefined;
  const read = (): AuditHead | undefined => {
    if (isReady) return head;
    database.exec(SCHEMA);
    const [last] = database.query(LAST).rows;
    head = last === undefined ? undefined : { sequence: Number(last.sequence), hash: String(last.hash) };
    isReady = true;
    return head;
  };
  return {
    head: read,
    append: (entry) => {
      const { sequence, hash } = entry;
      read();
      try {
        database.query(INSERT, { sequence, hash, entry: JSON.stringify(entry) });
        head = { sequence, hash };
      } catch (error) {
        // A number that is taken: somebody else writes this log, and what is known of its end is out of date.
        isReady = false;
        throw error;
      }
    },
    close: () => {
      isReady = false;
      return database.close();
    },
  };
};
