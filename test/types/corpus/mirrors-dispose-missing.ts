// The asynchronous form of `Symbol.dispose` is missing.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  [Symbol.dispose](): void;
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> { // drift: missing on the async side
  read(path: string): Promise<string>;
}
