// `Symbol.iterator` becomes `Symbol.asyncIterator`.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  [Symbol.iterator](): Generator<string, void, undefined>;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  [Symbol.asyncIterator](): AsyncGenerator<string, void, undefined>;
}
