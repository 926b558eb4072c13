// Methods with plain, optional and rest parameters.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, limit?: number, ...more: string[]): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, limit?: number, ...more: string[]): Promise<string>;
}
