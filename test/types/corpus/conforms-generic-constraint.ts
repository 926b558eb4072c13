// The constraint of a type parameter differs.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  parse<T extends object>(value: T): Ret<C, T[]>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  parse<T>(value: T): Promise<T[]>; // drift: the type of a parameter, or the constraint of a type parameter, differs
}
