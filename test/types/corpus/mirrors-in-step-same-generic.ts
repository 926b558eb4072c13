// A generic member that is the same on both sides and declared so.
import type { SameOnBoth } from '../../../types/exemption.ts';
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  map<T>(value: T): T[];
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [SameOnBoth<'map'>]> {
  map<T>(value: T): T[];
}
