// A property is required, but may be undefined.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root?: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root: string | undefined; // drift: optional on one side only
}
