// A property is `never`.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> { // drift: the type of 'root' is never
  readonly root: never;
}
