// The promise stands inside the result.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): { text: string };
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): { text: Promise<string> }; // drift: the result cannot be awaited
}
