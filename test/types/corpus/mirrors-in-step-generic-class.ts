// A generic class.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store<T> {
  read(key: string): T;
  write(key: string, value: T): boolean;
  all(): readonly T[];
}

export declare class AsyncStore<T> implements Mirrors<Store<T>, AsyncStore<T>> {
  read(key: string): Promise<T>;
  write(key: string, value: T): Promise<boolean>;
  all(): Promise<readonly T[]>;
}
