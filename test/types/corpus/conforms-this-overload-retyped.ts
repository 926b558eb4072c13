// An overload of a fluent method takes more.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
  add(handle: number): Ret<C, this>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string | RegExp): Promise<this>; // drift: the overloads differ
  add(handle: number): Promise<this>; // drift: the overloads differ
}
