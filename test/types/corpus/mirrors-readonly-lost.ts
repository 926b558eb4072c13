// `readonly` is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  root: string; // drift: `readonly` on one side only
}
