// Private members differ.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  private cache: string;
  read(path: string): string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  private pool: number;
  protected log(): void;
  read(path: string): Promise<string>;
}
