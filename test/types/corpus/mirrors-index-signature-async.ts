// An index signature on the async side hides its members.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> { // drift: an index signature hides which members there are
  [name: string]: unknown;
  read(path: string): Promise<string>;
}
