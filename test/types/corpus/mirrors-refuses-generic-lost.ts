// Refused, not guessed: a type parameter, which is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  parse<T>(value: T): T[];
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  parse(value: unknown): Promise<unknown[]>; // drift: cannot be derived from a class
}
