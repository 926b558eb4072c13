// `[Symbol.iterator]` as most write it: an `Iterator`, which becomes an `AsyncIterator`.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  [Symbol.iterator](): Iterator<string>;
  read(limit: number): Iterator<string, number, undefined>;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  [Symbol.asyncIterator](): AsyncIterator<string>;
  read(limit: number): AsyncIterator<string, number, undefined>;
}
