// A callback has another result.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, keep: (line: string) => boolean): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, keep: (line: string) => unknown): Promise<string>; // drift: the type of a parameter differs
}
