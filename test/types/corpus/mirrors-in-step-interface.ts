// Interfaces in the place of classes.
import type { Mirrors } from '../../../types/mirrors.ts';

interface Store {
  read(path: string): string;
  readonly root: string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>;
  readonly root: string;
}
