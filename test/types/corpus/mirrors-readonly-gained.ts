// `readonly` is gained.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root: string; // drift: `readonly` on one side only
}
