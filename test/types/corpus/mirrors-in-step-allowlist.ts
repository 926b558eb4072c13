// Members on one side that the allowlist explains.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
  sizeNow(path: string): number;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [
  { member: 'readMany'; side: 'async'; reason: 'needs an event loop' },
  { member: 'sizeNow'; side: 'sync'; reason: 'blocks' },
]> {
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
