// A readonly function on one side, a method on the other: a class cannot make a method readonly.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly read: (path: string) => string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>;
}
