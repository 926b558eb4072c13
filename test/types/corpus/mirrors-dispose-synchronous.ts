// `Symbol.asyncDispose` gives no promise.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  [Symbol.dispose](): void;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  [Symbol.asyncDispose](): void; // drift: the member is still synchronous
}
