// A key of the result is added.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): { text: string };
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<{ text: string; size: number }>; // drift: the promised result differs
}
