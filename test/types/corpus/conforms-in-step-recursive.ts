// A recursive type.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
}

interface StoreContract<C extends Color> {
  read(root: Tree): Ret<C, Tree>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(root: Tree): Promise<Tree>;
}
