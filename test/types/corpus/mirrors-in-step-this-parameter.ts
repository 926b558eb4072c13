// The same `this` parameter on both sides.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(this: Date, path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(this: Date, path: string): Promise<string>;
}
