// Two parameters change places.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, limit: number): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(limit: number, path: string): Promise<string>; // drift: the parameters stand in another order
}
