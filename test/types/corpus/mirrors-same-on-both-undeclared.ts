// A pure method that nobody declared the same on both sides.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  describe(): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  describe(): string; // drift: the member is still synchronous
}
