// The async side has a type parameter that the sync side lacks.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  parse(value: unknown): unknown;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  parse<T>(value: T): Promise<T>; // drift: overloads, type parameters or a predicate that the sync side lacks
}
