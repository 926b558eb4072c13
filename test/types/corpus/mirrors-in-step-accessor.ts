// A getter on one side, a readonly property on the other.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  get root(): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root: string;
}
