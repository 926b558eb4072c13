// An overload of a fluent method loses a part of its type parameter.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
  add<T extends string>(first: T, second: T): Ret<C, this | T>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): Promise<this>; // drift: the overloads differ
  add<T extends string>(first: T, second: string): Promise<this | T>; // drift: the overloads differ
}
