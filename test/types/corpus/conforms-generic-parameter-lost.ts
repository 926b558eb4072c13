// A generic method loses a parameter.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  parse<T>(value: T, limit: number): Ret<C, T[]>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  parse<T>(value: T): Promise<T[]>; // drift: a parameter is missing
}
