// An overload is added to a fluent method.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
  add(handle: number): Ret<C, this>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): Promise<this>; // drift: the overloads differ
  add(handle: number): Promise<this>; // drift: the overloads differ
  add(url: object): Promise<this>; // drift: the overloads differ
}
