// A member that is the same on both sides and declared so.
import type { SameOnBoth } from '../../../types/exemption.ts';
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  describe(): string;
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [SameOnBoth<'describe'>]> {
  describe(): string;
  read(path: string): Promise<string>;
}
