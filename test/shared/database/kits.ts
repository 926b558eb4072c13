import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type SideTest,
  type SideTestOptions,
  sharedFolder,
  type TestBody,
} from '../../../parity/testing/index.ts';
import { blocking, concurrent } from '../../../src/database/colouring.ts';
import type { Steps } from '../../../src/database/steps.ts';
import { AsyncDatabase, Database, type DatabaseOptions, type Dialect } from '../../../src/index.ts';
import { freshDatabase, onServer } from '../../postgres/server.ts';
import { forEachSide } from '../runtime/for-each-side.ts';

/** Either database. */
export type AnyDatabase = Database | AsyncDatabase;

/** What the shared suite needs to know of one side. */
export interface DatabaseKit {
  readonly id: 'sync' | 'async';
  readonly Database: new (options: DatabaseOptions) => AnyDatabase;
  /** Makes of work that yields its answers one of the side's colour. */
  readonly coloured: (work: (...given: readonly never[]) => Steps<unknown>) => (...given: never[]) => never;
}

/** The one list of sides that every shared test of databases runs on. */
export const kits: readonly DatabaseKit[] = [
  {
    id: 'sync',
    Database,
    coloured:
      (work) =>
      (...given) =>
        blocking.drive(work(...given)) as never,
  },
  {
    id: 'async',
    Database: AsyncDatabase,
    coloured:
      (work) =>
      (...given) =>
        concurrent.drive(work(...given)) as never,
  },
];

/** What a suite is given for one side and one dialect. */
export interface Bench extends DatabaseKit {
  readonly dialect: Dialect;
  /** Options for the database of this file, which a test empties with `open`. */
  readonly options: () => Promise<DatabaseOptions>;
  /** Opens the database of this file, empty, runs work on it and closes it. */
  readonly open: (work: (database: AnyDatabase) => unknown, more?: object) => Promise<undefined>;
}

const file = basename(process.argv[1] ?? '', '.test.ts');
const folder = sharedFolder(basename(process.argv[1] ?? ''));
let url: Promise<string> | undefined;

const optionsOf = async (dialect: Dialect): Promise<DatabaseOptions> => {
  if (dialect === 'sqlite') return { type: 'sqlite', path: join(folder, 'test.db') };
  url ??= freshDatabase(file);
  return { type: 'postgresql', url: await url };
};

const empty = async (options: DatabaseOptions): Promise<undefined> => {
  if (options.type === 'sqlite') {
    for (const each of ['', '-wal', '-shm']) rmSync(`${options.path}${each}`, { force: true });
    return;
  }
  await onServer(options.url ?? '', 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
};

/** Runs a suite on each side and each dialect. */
export const forEachDatabase = (suite: (bench: Bench, test: SideTest) => undefined): undefined =>
  forEachSide(kits, (kit, test) => {
    for (const dialect of ['sqlite', 'postgresql'] as const) {
      const options = (): Promise<DatabaseOptions> => optionsOf(dialect);
      const open: Bench['open'] = async (work, more = {}) => {
        const given = await options();
        await empty(given);
        const database = new kit.Database({ ...given, ...more } as DatabaseOptions);
        try {
          await work(database);
        } finally {
          await database.close();
        }
      };
      suite({ ...kit, dialect, options, open }, named(test, dialect));
    }
  });

const named = (test: SideTest, dialect: Dialect): SideTest =>
  Object.assign(
    (name: string, second: TestBody | SideTestOptions, third?: TestBody): undefined =>
      third === undefined
        ? test(`${name}_${dialect}`, second as TestBody)
        : test(`${name}_${dialect}`, second as SideTestOptions, third),
    {
      syncOnly: (name: string, reason: string, body: TestBody) =>
        test.syncOnly(`${name}_${dialect}`, reason, body),
      asyncOnly: (name: string, reason: string, body: TestBody) =>
        test.asyncOnly(`${name}_${dialect}`, reason, body),
    },
  );
