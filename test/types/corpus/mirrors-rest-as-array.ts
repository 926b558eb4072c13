// A rest parameter is an array.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(...paths: string[]): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(paths: string[]): Promise<string>; // drift: a rest parameter is there on one side only
}
