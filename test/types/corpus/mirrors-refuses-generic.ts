// Refused, not guessed: a type parameter.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  parse<T>(value: T): T[];
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  parse<T>(value: T): Promise<T[]>; // drift: cannot be derived from a class
}
