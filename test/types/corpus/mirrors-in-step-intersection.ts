// An intersection is the same as the object written flat.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string, options: { limit: number } & { deep: { a: 1 } & { b: 2 } }): { text: string } & { size: number };
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, options: { limit: number; deep: { a: 1; b: 2 } }): Promise<{ text: string; size: number }>;
}
