// `unknown` on both sides.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(value: unknown): unknown;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(value: unknown): Promise<unknown>;
}
