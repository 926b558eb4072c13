// A method stands on the async side only.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>; // drift: on the async side only
}
