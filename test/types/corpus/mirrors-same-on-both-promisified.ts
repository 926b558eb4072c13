// A member that is declared the same on both sides is not.
import type { SameOnBoth } from '../../../types/exemption.ts';
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  describe(): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [SameOnBoth<'describe'>]> {
  describe(): Promise<string>; // drift: the result differs
}
