// A `this` parameter is added.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(this: Date, path: string): Promise<string>; // drift: the `this` parameter differs
}
