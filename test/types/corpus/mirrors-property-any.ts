// A property is `any`.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root: any; // drift: is not assignable to the same property
}
