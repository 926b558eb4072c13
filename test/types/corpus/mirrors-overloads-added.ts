// The async side has overloads that the sync side lacks.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>; // drift: overloads, type parameters or a predicate that the sync side lacks
  read(handle: number): Promise<Uint8Array>; // drift: overloads, type parameters or a predicate that the sync side lacks
}
