// A boolean result is not split into true and false.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): boolean;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<boolean>;
}
