// A key of the result is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): { text: string; size?: number };
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<{ text: string }>; // drift: the promised result differs
}
