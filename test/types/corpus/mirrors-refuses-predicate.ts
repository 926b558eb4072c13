// Refused, not guessed: a type predicate.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  isText(value: unknown): value is string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  isText(value: unknown): Promise<boolean>; // drift: cannot be derived from a class
}
