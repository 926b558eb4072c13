// An allowlist entry names a member that both sides have now.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [{ member: 'readMany'; side: 'async'; reason: 'needs an event loop' }, { member: 'read'; side: 'async'; reason: 'once it was async only' }]> { // drift: allowlist entry 'read' is stale, both sides have it: delete the entry
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
