// A recursive type.
import type { Mirrors } from '../../../types/mirrors.ts';

interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
}

declare class Store {
  read(root: Tree): Tree;
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  read(root: Tree): Promise<Tree>;
}
