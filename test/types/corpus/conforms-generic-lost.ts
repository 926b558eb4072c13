// A type parameter is lost.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  parse<T>(value: T): Ret<C, T[]>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  parse(value: unknown): Promise<unknown[]>; // drift: the type parameters or the predicate are lost
}
