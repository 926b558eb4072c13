// An index signature on the sync side hides its members.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  [name: string]: unknown;
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> { // drift: an index signature hides which members there are
  read(path: string): Promise<string>;
}
