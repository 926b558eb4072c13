// Refused, not guessed: overloads.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
  read(handle: number): Uint8Array;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>; // drift: cannot be derived from a class: describe the pair by a contract
  read(handle: number): Promise<Uint8Array>; // drift: cannot be derived from a class
}
