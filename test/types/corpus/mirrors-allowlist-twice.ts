// An allowlist entry stands there twice.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [{ member: 'readMany'; side: 'async'; reason: 'needs an event loop' }, { member: 'readMany'; side: 'async'; reason: 'again' }]> { // drift: allowlist entry 'readMany' stands there twice: delete one
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
