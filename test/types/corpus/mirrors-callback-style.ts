// A callback takes the place of the promise.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string, done: (text: string) => void): void; // drift: there is a parameter that the other side lacks
}
