// Refused, not guessed: polymorphic `this` in a callback.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  each(visit: (store: this) => void): void;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  each(visit: (store: Store) => void): Promise<void>; // drift: cannot be derived from a class
}
