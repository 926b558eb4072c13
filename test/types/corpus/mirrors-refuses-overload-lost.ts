// Refused, not guessed: overloads, of which the last alone is left.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
  read(handle: number): Uint8Array;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(handle: number): Promise<Uint8Array>; // drift: cannot be derived from a class
}
