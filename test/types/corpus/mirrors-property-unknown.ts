// A property is `unknown`.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root: unknown; // drift: the type of the property differs
}
