// The setter of an accessor is lost.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  get root(): string; // drift: `readonly` on one side only
}
