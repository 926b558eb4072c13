// Results that differ only inside the promise.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): number;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>; // drift: the promised result differs
}
