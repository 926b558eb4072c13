// The result is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<void>; // drift: the promised result differs
}
