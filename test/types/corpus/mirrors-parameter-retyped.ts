// A parameter has another type.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, limit: number): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, limit: bigint): Promise<string>; // drift: the type of a parameter differs
}
