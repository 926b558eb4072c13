// An allowlist entry names a member that neither side has.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [{ member: 'readMany'; side: 'async'; reason: 'needs an event loop' }, { member: 'raed'; side: 'async'; reason: 'misspelt' }]> { // drift: allowlist entry 'raed' is stale, the async side has no such member: delete the entry
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
