// A type parameter is added.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  parse(value: unknown): Ret<C, unknown[]>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  parse<T>(value: T): Promise<T[]>; // drift: type parameters or a predicate that the contract lacks
}
