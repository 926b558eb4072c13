// A method is optional on the async side.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read?(path: string): Promise<string>; // drift: the member is optional on one side only
}
