// Properties of every kind.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly root: string;
  limit: number;
  name?: string;
  list: string[];
  when: Date;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly root: string;
  limit: number;
  name?: string;
  list: string[];
  when: Date;
}
