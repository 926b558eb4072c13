// The result is narrower.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string | undefined;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>; // drift: the promised result differs
}
