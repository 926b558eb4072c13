import { ignored, type KailashEntry, oneOf, only, renamed, Unmapped } from './kailash-entry.ts';

type Config = Readonly<Record<string, unknown>>;

const MILLISECONDS = 1000;

/** How many connections SQLAlchemy's pool has where a config says only one of its two sizes. */
const USUAL = { pool_size: 5, max_overflow: 10 };

const addressOf = (value: unknown): Config | Unmapped => {
  const text = String(value);
  const sqlite = /^sqlite:\/\/\/?(.*)$/.exec(text);
  if (sqlite !== null) return { type: 'sqlite', path: sqlite[1] === '' ? ':memory:' : sqlite[1] };
  if (/^postgres(ql)?(\+\w+)?:\/\//.test(text)) {
    return { type: 'postgresql', url: text.replace(/^postgres(ql)?(\+\w+)?:/, 'postgresql:') };
  }
  return new Unmapped('names a database that is neither SQLite nor PostgreSQL. Give one of these.');
};

/** All entries that say something of the connections become one, `database`. */
const databaseWith =
  (poolOf: (config: Config) => number | undefined): KailashEntry =>
  (value, config) => {
    const address = addressOf(value);
    if (address instanceof Unmapped) return address;
    const { pool_timeout: wait, timeout } = config;
    const poolSize = poolOf(config);
    // A database in memory is gone with its connection: a second one would be another database.
    const isShared = poolSize !== undefined && address.path !== ':memory:';
    return {
      database: {
        ...address,
        ...(isShared && { poolSize }),
        ...(typeof wait === 'number' && { acquireTimeoutMs: wait * MILLISECONDS }),
        ...(typeof timeout === 'number' && { statementTimeoutMs: timeout * MILLISECONDS }),
      },
    };
  };

/** Part of what `connection_string` becomes: not given, or a number from here. */
const numberFrom =
  (least: number, what: string): KailashEntry =>
  (value) =>
    value === null || (typeof value === 'number' && value >= least)
      ? {}
      : new Unmapped(`is ${JSON.stringify(value)}: give ${what}.`);

const entries = {
  query: renamed('query'),
  parameters: renamed('parameters'),
  params: renamed('parameters'),
  timeout: numberFrom(0, 'a number of seconds'),
  pool_timeout: numberFrom(0, 'a number of seconds'),
  fetch_mode: only('all', "All rows are fetched: say LIMIT in the query, or set 'maxRows'."),
  result_format: only('dict', 'Rows are objects: pick their columns with a TransformNode.'),
  transaction_mode: oneOf('transaction', { auto: 'auto', none: 'none' }),
  optimistic_locking: only(false, "Set 'optimisticLock' to the placeholder of the expected version."),
  // Connections are opened when they are needed and replaced when they break; nodes with the same database share them.
  ...Object.fromEntries(
    ['database_type', 'pool_recycle', 'pool_pre_ping', 'echo', 'share_pool', 'validate_queries'].map(
      (name) => [name, ignored],
    ),
  ),
};

const whole = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual);

/** SQLAlchemy's pool keeps `pool_size` connections, and `max_overflow` more where they are needed. */
const blockingPool = ({ pool_size: size, max_overflow: more }: Config): number | undefined =>
  (size ?? undefined) === undefined && (more ?? undefined) === undefined
    ? undefined
    : whole(size, USUAL.pool_size) + whole(more, USUAL.max_overflow);

/** The entries of `SQLDatabaseNode`. */
export const sqlEntries = {
  ...entries,
  connection_string: databaseWith(blockingPool),
  pool_size: numberFrom(1, 'a number of connections from 1; a pool without a limit has no counterpart here'),
  max_overflow: numberFrom(0, 'a number of connections; a pool without a limit has no counterpart here'),
  max_pool_size: ignored,
};

/** The entries of `AsyncSQLDatabaseNode`, whose pool has `max_pool_size` connections at most and `pool_size` from the start. */
export const asyncSqlEntries = {
  ...entries,
  connection_string: databaseWith(({ max_pool_size: most }) => (typeof most === 'number' ? most : undefined)),
  max_pool_size: numberFrom(1, 'a number of connections from 1'),
  pool_size: ignored,
  max_overflow: ignored,
};

/** The ports of both that have another name here. */
export const sqlOutputs = { data: 'rows', row_count: 'rowCount' };
