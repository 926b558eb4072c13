import type { CheckpointStore } from '../../types/checkpoint-store.ts';
import type { Color } from '../../types/color.ts';

/** A call of a store: its name for messages, and how it is made. */
export interface StoreCall<T> {
  readonly method: keyof CheckpointStore<Color>;
  readonly make: () => T | Promise<T>;
}

/** A store of either colour. */
export type AnyStore = CheckpointStore<'sync'> | CheckpointStore<'async'>;
