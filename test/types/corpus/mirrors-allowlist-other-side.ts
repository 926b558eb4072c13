// An allowlist entry names a member of the other side.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [{ member: 'readMany'; side: 'sync'; reason: 'needs an event loop' }]> { // drift: allowlist entry 'readMany' is stale, the sync side has no such member: delete the entry
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
