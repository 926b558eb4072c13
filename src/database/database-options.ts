import { isAbsolute, resolve } from 'node:path';
import * as v from 'valibot';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { timeLimit } from '../nodes/policy-schema.ts';
import { readEntries } from '../nodes/read-entries.ts';
import type { Dialect } from './database-contract.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.pipe(v.string(), v.nonEmpty());

const common = {
  /** The most connections at a time. */
  poolSize: v.exactOptional(count),
  /** How long to wait for a connection while all are in use, in milliseconds. */
  acquireTimeoutMs: v.exactOptional(timeLimit, 30_000),
  /** After how many milliseconds a statement is cancelled. */
  statementTimeoutMs: v.exactOptional(timeLimit, 60_000),
  /** Refuses to change anything. */
  readOnly: v.exactOptional(v.boolean(), false),
};

const sqliteEntries = {
  type: v.literal('sqlite'),
  /** A file, which is made where there is none (its folder is not), or `:memory:`. */
  path: text,
  /** How long to try again while another connection holds a lock, in milliseconds. */
  busyTimeoutMs: v.exactOptional(timeLimit, 5_000),
  /** Whether a commit survives a failure of the power (`full`) or only one of the program (`normal`). */
  synchronous: v.exactOptional(v.picklist(['full', 'normal']), 'normal'),
  ...common,
};

const postgresEntries = {
  type: v.literal('postgresql'),
  /** `postgresql://user:password@host:port/database?sslmode=…`, instead of the entries that follow. */
  url: v.exactOptional(text),
  /** The environment variable that holds the `url`, so that no config has to hold a password. */
  urlFrom: v.exactOptional(text),
  host: v.exactOptional(text),
  port: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
  database: v.exactOptional(text),
  user: v.exactOptional(text),
  password: v.exactOptional(v.string()),
  /**
   * Whether the line is encrypted and the server proves by its certificate that it is who it says, by the authorities that Node trusts or
   * by `ca`, in PEM; not given, the `url` decides.
   */
  ssl: v.exactOptional(v.union([v.boolean(), v.strictObject({ ca: text })], 'true, false or { ca }')),
  connectTimeoutMs: v.exactOptional(timeLimit, 10_000),
  ...common,
};

/** The schemas of what a database is opened with, for configs that hold it. */
export const databaseSchema = v.variant('type', [
  v.strictObject(sqliteEntries),
  v.strictObject(postgresEntries),
]);

/** What a database is opened with. */
export type DatabaseOptions = v.InferInput<typeof databaseSchema>;

/** A database on SQLite, as read. */
export type SqliteTarget = v.InferOutput<(typeof databaseSchema)['options'][0]>;

/** A database on PostgreSQL, as read. */
export type PostgresTarget = v.InferOutput<(typeof databaseSchema)['options'][1]>;

/** Where a database on PostgreSQL is, as far as a URL says it; the environment is read with each connection. */
export const urlOf = ({ url, urlFrom }: PostgresTarget): string | undefined =>
  urlFrom === undefined ? url : process.env[urlFrom];

/** A database, as read. */
export type DatabaseTarget = SqliteTarget | PostgresTarget;

const DIALECTS: readonly Dialect[] = ['sqlite', 'postgresql'];

/**
 * What a database is opened with, checked and with its defaults; the path of a file is absolute.
 *
 * @throws {InvalidOptionError} an option is missing, unknown or not allowed
 */
export const readDatabaseOptions = (options: DatabaseOptions): DatabaseTarget => {
  const type: unknown = Reflect.get(Object(options), 'type');
  if (type === 'sqlite') {
    const target = readEntries(sqliteEntries, options);
    // The driver would take an address for one of another server, and a `file:` for options of its own.
    const path = target.path === ':memory:' || isAbsolute(target.path) ? target.path : resolve(target.path);
    return { ...target, path };
  }
  if (type === 'postgresql') {
    const target = readEntries(postgresEntries, options);
    const apart = (['host', 'port', 'database', 'user', 'password'] as const).find(
      (name) => target[name] !== undefined,
    );
    const hasUrl = target.url !== undefined || target.urlFrom !== undefined;
    const second = target.url !== undefined && target.urlFrom !== undefined ? 'urlFrom' : apart;
    if (hasUrl && second !== undefined) {
      throw new InvalidOptionError(
        second,
        '(not shown)',
        'Give one of url, urlFrom, and host with user and the others.',
      );
    }
    if (target.url !== undefined && !/^postgres(ql)?:\/\//.test(target.url)) {
      throw new InvalidOptionError('url', '(not shown)', 'Give one that begins with postgresql://.');
    }
    return target;
  }
  throw new InvalidOptionError(
    'type',
    type,
    `Give one of ${DIALECTS.map((each) => `'${each}'`).join(', ')}.`,
  );
};
