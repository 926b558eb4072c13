// A generator becomes a promise of an array.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  lines(path: string): Generator<string, void, undefined>;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  lines(path: string): Promise<string[]>; // drift: the result differs
}
