// The async class inherits the blocking method.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore extends Store implements Mirrors<Store, AsyncStore> { // drift: read
}
