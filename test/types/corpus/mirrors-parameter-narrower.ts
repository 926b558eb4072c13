// A parameter accepts less.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, mode: 'text' | 'bytes'): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, mode: 'text'): Promise<string>; // drift: the type of a parameter differs
}
