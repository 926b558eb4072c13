// A result that is awaitable already.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string | Promise<string>;
  open(path: string): Promise<number>;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>;
  open(path: string): Promise<number>;
}
