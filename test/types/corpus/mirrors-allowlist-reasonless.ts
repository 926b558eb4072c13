// An allowlist entry gives no reason.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore, [{ member: 'readMany'; side: 'async'; reason: '' }]> { // drift: allowlist entry 'readMany' gives no reason: say why
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
