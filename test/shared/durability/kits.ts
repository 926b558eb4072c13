import {
  AsyncMemoryCheckpointStore,
  AsyncSqlCheckpointStore,
  type CheckpointMemory,
  type DatabaseOptions,
  MemoryCheckpointStore,
  SqlCheckpointStore,
} from '../../../src/index.ts';
import type { RuntimeKit } from '../runtime/kits.ts';
import { kits as runtimeKits } from '../runtime/kits.ts';

/** A store in memory of either colour. */
export type AnyMemoryStore = MemoryCheckpointStore | AsyncMemoryCheckpointStore;

/** Any store of either colour. */
export type AnyStore = AnyMemoryStore | SqlCheckpointStore | AsyncSqlCheckpointStore;

/** What the suites on durability need to know of one side. */
export interface DurabilityKit extends RuntimeKit {
  readonly MemoryStore: new (memory?: CheckpointMemory) => AnyMemoryStore;
  readonly SqlStore: new (options: DatabaseOptions) => SqlCheckpointStore | AsyncSqlCheckpointStore;
}

const ofSync = {
  MemoryStore: MemoryCheckpointStore,
  SqlStore: SqlCheckpointStore,
};

const ofAsync = {
  MemoryStore: AsyncMemoryCheckpointStore,
  SqlStore: AsyncSqlCheckpointStore,
};

/** The one list of sides that every shared test of durability runs on. */
export const kits: readonly DurabilityKit[] = runtimeKits.map((kit) => ({
  ...kit,
  ...(kit.id === 'sync' ? ofSync : ofAsync),
}));
