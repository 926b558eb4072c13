// `void` and `undefined` are not the same result.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): undefined;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<void>; // drift: the promised result differs
}
