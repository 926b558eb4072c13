// A rest parameter is added.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, ...more: string[]): Promise<string>; // drift: a rest parameter is there on one side only
}
