import type {
  CheckpointRecord,
  RunEnd,
  RunFilter,
  RunLease,
  StoredRun,
} from '../../types/checkpoint-store.ts';
import type { Color } from '../../types/color.ts';
import type { Colouring } from '../database/colouring.ts';
import type {
  DatabaseContract,
  SqlParameters,
  SqlQueries,
  SqlResult,
} from '../database/database-contract.ts';
import { ask, type Steps } from '../database/steps.ts';
import { readRunFilter } from './read-run-filter.ts';
import { sqlSchema } from './sql-schema.ts';
import { appending, statements } from './sql-statements.ts';

/** What a store in a database does, in either colour. */
export class SqlCheckpoints<C extends Color> {
  readonly #database: DatabaseContract<C>;
  readonly #colour: Colouring<C>;
  #isReady = false;

  constructor(database: DatabaseContract<C>, colour: Colouring<C>) {
    this.#database = database;
    this.#colour = colour;
  }

  *createRun(run: StoredRun): Steps<StoredRun> {
    yield* this.#query(statements.insertRun, { ...run });
    const { runId, idempotencyKey } = run;
    const { rows } = yield* this.#query(statements.selectKept, { runId, idempotencyKey });
    return rows[0] as unknown as StoredRun;
  }

  *readRun(runId: string): Steps<StoredRun | undefined> {
    const { rows } = yield* this.#query(statements.selectRun, { runId });
    return rows[0] as unknown as StoredRun | undefined;
  }

  *claimRun(runId: string, seen: RunLease, lease: RunLease): Steps<boolean> {
    const { rowCount } = yield* this.#query(statements.claim, {
      runId,
      seenOwner: seen.owner,
      seenUntil: seen.leaseUntil,
      isFree: seen.owner === null ? 1 : 0,
      ...lease,
    });
    return rowCount === 1;
  }

  *readRecords(runId: string): Steps<readonly CheckpointRecord[]> {
    const { rows } = yield* this.#query(statements.selectRecords, { runId });
    return rows as unknown as readonly CheckpointRecord[];
  }

  *append(
    runId: string,
    { owner, leaseUntil }: RunLease,
    records: readonly CheckpointRecord[],
  ): Steps<boolean> {
    const lease = { runId, owner, leaseUntil };
    if (records.length === 0) return (yield* this.#query(statements.extend, lease)).rowCount === 1;
    const added = { records: JSON.stringify(records) };
    if (this.#database.dialect === 'postgresql') {
      const { rows } = yield* this.#query(appending.postgresql, { ...lease, ...added });
      return rows[0]?.owned === 1;
    }
    yield* this.#prepare();
    return yield* this.#transaction(function* (queries) {
      const { rowCount } = yield* ask<SqlResult>(queries.query(statements.extend, lease));
      if (rowCount === 1) yield* ask<SqlResult>(queries.query(appending.sqlite, { runId, ...added }));
      return rowCount === 1;
    });
  }

  *endRun(runId: string, owner: string, end: RunEnd): Steps<boolean> {
    return (yield* this.#query(statements.end, { runId, owner, ...end })).rowCount === 1;
  }

  *listRuns(filter?: RunFilter): Steps<readonly StoredRun[]> {
    const { status = '', workflow = '', limit } = readRunFilter(filter);
    const { rows } = yield* this.#query(statements.list, {
      status,
      anyStatus: filter?.status === undefined ? 1 : 0,
      workflow,
      anyWorkflow: filter?.workflow === undefined ? 1 : 0,
      limit,
    });
    return rows as unknown as readonly StoredRun[];
  }

  *deleteRun(runId: string): Steps<undefined> {
    yield* this.#prepare();
    yield* this.#transaction(function* (queries) {
      yield* ask<SqlResult>(queries.query(statements.deleteRecords, { runId }));
      yield* ask<SqlResult>(queries.query(statements.deleteRun, { runId }));
    });
  }

  *close(): Steps<undefined> {
    yield* ask<undefined>(this.#database.close());
  }

  *#query(sql: string, parameters: SqlParameters): Steps<SqlResult> {
    yield* this.#prepare();
    return yield* ask<SqlResult>(this.#database.query(sql, parameters));
  }

  *#prepare(): Steps<undefined> {
    if (this.#isReady) return;
    const schema = sqlSchema(this.#database.dialect);
    yield* this.#transaction(function* (queries) {
      yield* ask<undefined>(queries.exec(schema));
    });
    this.#isReady = true;
  }

  *#transaction<T>(work: (queries: SqlQueries<C>) => Steps<T>): Steps<T> {
    return yield* ask<T>(this.#database.transaction((queries) => this.#colour.drive(work(queries))));
  }
}
