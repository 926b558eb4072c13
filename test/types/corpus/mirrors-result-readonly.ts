// The result is readonly on one side.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string[];
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<readonly string[]>; // drift: the promised result differs
}
