// Parameter names are not types.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(file: string): Promise<string>;
}
