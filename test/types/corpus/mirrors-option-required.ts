// An option is required.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, options: { limit?: number }): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, options: { limit: number }): Promise<string>; // drift: the type of a parameter differs
}
