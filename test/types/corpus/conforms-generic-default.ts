// The default of a type parameter differs.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  parse<T = string>(value?: T): Ret<C, T[]>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  parse<T = number>(value?: T): Promise<T[]>; // drift: the type parameters or the predicate differ
}
