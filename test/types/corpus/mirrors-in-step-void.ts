// Nothing is promised where nothing is returned.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): void;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<void>;
}
