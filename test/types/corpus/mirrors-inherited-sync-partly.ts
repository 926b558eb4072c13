// The async class overrides one method and inherits the other, which blocks.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Base {
  read(path: string): string;
}

declare class Store {
  read(path: string): string;
  size(path: string): number;
}

export declare class AsyncStore extends Base implements Mirrors<Store, AsyncStore> { // drift: read
  size(path: string): Promise<number>;
}
