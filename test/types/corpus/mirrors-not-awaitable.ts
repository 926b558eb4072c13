// The result is no promise.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): { text: string }; // drift: the result cannot be awaited
}
