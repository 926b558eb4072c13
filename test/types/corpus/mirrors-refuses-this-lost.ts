// Refused, not guessed: polymorphic `this`, which is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  add(path: string): this;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  add(path: string): Promise<Store>; // drift: cannot be derived from a class
}
