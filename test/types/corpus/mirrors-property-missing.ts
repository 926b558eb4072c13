// A property of the sync side is missing.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> { // drift: missing on the async side
  read(path: string): Promise<string>;
}
