// A `this` parameter has another type.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(this: Date, path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(this: RegExp, path: string): Promise<string>; // drift: the `this` parameter differs
}
