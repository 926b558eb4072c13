// A property is optional.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root?: string; // drift: the type of the property differs
}
