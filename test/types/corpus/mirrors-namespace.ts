// A method in a nested namespace is still synchronous.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly files: { read(path: string): string; size(path: string): number };
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly files: { read(path: string): Promise<string>; size(path: string): number }; // drift: the methods in this member are not the asynchronous form
}
