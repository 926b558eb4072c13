// Methods in a nested namespace.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly files: { read(path: string): string; size(path: string): number };
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly files: { read(path: string): Promise<string>; size(path: string): Promise<number> };
}
