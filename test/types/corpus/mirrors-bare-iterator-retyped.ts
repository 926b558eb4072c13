// The asynchronous iterator gives something else.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  [Symbol.iterator](): Iterator<string>;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  [Symbol.asyncIterator](): AsyncIterator<number>; // drift: the result differs
}
