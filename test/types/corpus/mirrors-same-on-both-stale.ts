// A member that is declared the same on both sides stands on one.
import type { SameOnBoth } from '../../../types/exemption.ts';
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [SameOnBoth<'describe'>]> { // drift: allowlist entry 'describe' is stale, the sync side has no such member
  read(path: string): Promise<string>;
}
