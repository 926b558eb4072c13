// A required parameter is optional.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, limit: number): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, limit?: number): Promise<string>; // drift: a parameter is optional on one side only
}
