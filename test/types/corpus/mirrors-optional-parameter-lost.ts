// An optional parameter is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, limit?: number): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>; // drift: a parameter is missing
}
