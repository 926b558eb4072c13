// A rest parameter is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(...paths: string[]): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(): Promise<string>; // drift: a rest parameter is there on one side only
}
