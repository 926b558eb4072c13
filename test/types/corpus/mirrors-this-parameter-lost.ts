// A `this` parameter is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(this: Date, path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>; // drift: the `this` parameter differs
}
