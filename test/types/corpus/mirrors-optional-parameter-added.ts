// An optional parameter is added, which callers of the sync side do not know.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, limit?: number): Promise<string>; // drift: there is a parameter that the other side lacks
}
