// The same in an optional parameter.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(options?: { limit: number } & { depth: number }): string[];
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(options?: { limit: number; depth: number }): Promise<string[]>;
}
