// An iterable becomes an async iterable; an array is a value.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  lines(path: string): Iterable<string>;
  chunks(path: string): Generator<string, number, boolean>;
  words(path: string): IterableIterator<string>;
  all(path: string): string[];
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  lines(path: string): AsyncIterable<string>;
  chunks(path: string): AsyncGenerator<string, number, boolean>;
  words(path: string): AsyncIterableIterator<string>;
  all(path: string): Promise<string[]>;
}
