// A method that always throws.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): never;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<never>;
}
