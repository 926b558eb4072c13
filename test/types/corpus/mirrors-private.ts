// A method is private.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  private read(path: string): Promise<string>; // drift: missing on the async side, or not public
}
