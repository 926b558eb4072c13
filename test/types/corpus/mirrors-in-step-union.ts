// A union result is not split up.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  read(path: string): 'a' | 'b' | undefined;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(path: string): Promise<'a' | 'b' | undefined>;
}
