// Members that both sides inherit, in step.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Base {
  read(path: string): Promise<string>;
}

declare class Store {
  size(path: string): number;
  read(path: string): string;
}

export declare class AsyncStore extends Base implements Mirrors<Store, AsyncStore> {
  size(path: string): Promise<number>;
}
