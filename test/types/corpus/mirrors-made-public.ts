// A method that is private on the sync side is public.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  private log(text: string): void;
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  log(text: string): Promise<void>; // drift: on the async side only
  read(path: string): Promise<string>;
}
