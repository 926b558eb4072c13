// A method of the sync side is missing.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
  write(path: string): boolean;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> { // drift: "missing on the async side, or not public: add", (path: string) => Promise<boolean>
  read(path: string): Promise<string>;
}
