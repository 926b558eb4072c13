// A generic class: a method answers another type.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store<T> {
  read(key: string): T;
  write(key: string, value: T): boolean;
}

export declare class AsyncStore<T> implements Mirrors<Store<T>, AsyncStore<T>> {
  read(key: string): Promise<T>;
  write(key: string, value: T): Promise<T>; // drift: the promised result differs
}
