import type { Color } from '../../types/color.ts';
import type { RunRecord, StoredRunQuery } from '../../types/run-history.ts';
import type { DatabaseContract, SqlParameters, SqlResult } from '../database/database-contract.ts';
import { ask, type Steps } from '../database/steps.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS lockstep_run_history (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL,
  workflow TEXT NOT NULL,
  status TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS lockstep_run_history_by_start ON lockstep_run_history (started_at, id);
`;

// A record is one row, so that no reader sees half of it.
const INSERT = `INSERT INTO lockstep_run_history (id, run_id, workflow, status, started_at, record)
  VALUES (:id, :runId, :workflow, :status, :startedAt, :record) ON CONFLICT (id) DO NOTHING`;

/** The conditions of a query, by the entry that asks for each. */
const CONDITIONS = {
  workflow: 'workflow = :workflow',
  runId: 'run_id = :runId',
  status: 'status = :status',
  since: 'started_at >= :since',
  until: 'started_at < :until',
} as const satisfies Readonly<Record<Exclude<keyof StoredRunQuery, 'last'>, string>>;

/** What a history in a database does, in either colour. */
export class SqlRunHistory<C extends Color> {
  readonly #database: DatabaseContract<C>;
  #isReady = false;

  constructor(database: DatabaseContract<C>) {
    this.#database = database;
  }

  *append(record: RunRecord): Steps<undefined> {
    const { id, runId, workflow, status, startedAt } = record;
    yield* this.#query(INSERT, { id, runId, workflow, status, startedAt, record: JSON.stringify(record) });
  }

  *list({ last, ...query }: StoredRunQuery): Steps<readonly RunRecord[]> {
    const asked = Object.entries(query).filter(([, value]) => value !== undefined);
    const where = ['1 = 1', ...asked.map(([name]) => CONDITIONS[name as keyof typeof CONDITIONS])];
    const { rows } = yield* this.#query(
      `SELECT record FROM lockstep_run_history WHERE ${where.join(' AND ')} ORDER BY started_at DESC, id DESC LIMIT :last`,
      { ...Object.fromEntries(asked), last },
    );
    return rows.map(({ record }) => JSON.parse(String(record)) as RunRecord);
  }

  *deleteBefore(startedAt: number): Steps<number> {
    return (yield* this.#query('DELETE FROM lockstep_run_history WHERE started_at < :startedAt', {
      startedAt,
    })).rowCount;
  }

  *close(): Steps<undefined> {
    yield* ask<undefined>(this.#database.close());
    // The next record opens it again; a database in memory is a new one then.
    this.#isReady = false;
  }

  *#query(sql: string, parameters: SqlParameters): Steps<SqlResult> {
    if (!this.#isReady) {
      yield* ask<undefined>(this.#database.exec(SCHEMA));
      this.#isReady = true;
    }
    return yield* ask<SqlResult>(this.#database.query(sql, parameters));
  }
}
