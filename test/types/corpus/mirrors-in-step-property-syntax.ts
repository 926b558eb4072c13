// Property syntax against method syntax.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read: (path: string) => string;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<string>;
}
