// A generic class: a method is still synchronous, of which the compiler leaves open in what way.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store<T> {
  read(key: string): T;
  write(key: string, value: T): boolean;
}

export declare class AsyncStore<T> implements Mirrors<Store<T>, AsyncStore<T>> { // drift: A class can only implement
  read(key: string): T;
  write(key: string, value: T): Promise<boolean>;
}
