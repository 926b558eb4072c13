// A property has another type.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root: Promise<string>; // drift: the type of the property differs
}
