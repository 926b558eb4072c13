// A method takes the place of a property.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  root(): Promise<string>; // drift: a method here and a property on the sync side
}
