// An overload of a fluent method is no longer fluent.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
  add(handle: number): Ret<C, this>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): Promise<this>; // drift: the overloads differ
  add(handle: number): Promise<AsyncStore>; // drift: the overloads differ
}
