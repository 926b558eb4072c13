// Two overloads of a fluent method change places.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
  add(handle: number): Ret<C, this>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(handle: number): Promise<this>; // drift: the overloads differ
  add(path: string): Promise<this>; // drift: the overloads differ
}
