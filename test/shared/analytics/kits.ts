import {
  AsyncSqlRunHistoryStore,
  type DatabaseOptions,
  MemoryRunHistoryStore,
  type RunHistoryStore,
  SqlRunHistoryStore,
} from '../../../src/index.ts';
import type { RuntimeKit } from '../runtime/kits.ts';
import { kits as runtimeKits } from '../runtime/kits.ts';

/** A store of either colour. */
export type AnyHistoryStore = RunHistoryStore<'sync'> | RunHistoryStore<'async'>;

/** What the suites on analytics need to know of one side. */
export interface AnalyticsKit extends RuntimeKit {
  readonly SqlStore: new (options: DatabaseOptions) => AnyHistoryStore;
}

/** The one list of sides that every shared test of analytics runs on. */
export const kits: readonly AnalyticsKit[] = runtimeKits.map((kit) => ({
  ...kit,
  SqlStore: kit.id === 'sync' ? SqlRunHistoryStore : AsyncSqlRunHistoryStore,
}));

/** Every kind of store, made anew. */
export const storesOf = ({ SqlStore }: AnalyticsKit): Readonly<Record<string, () => AnyHistoryStore>> => ({
  memory: () => new MemoryRunHistoryStore(),
  sqlite: () => new SqlStore({ type: 'sqlite', path: ':memory:' }),
});
