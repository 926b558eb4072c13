// The same callback on both sides.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, each: (line: string) => void): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, each: (line: string) => void): Promise<string>;
}
