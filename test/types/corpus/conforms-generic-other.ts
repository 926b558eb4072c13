// A generic method answers its other type parameter.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  pick<T, U>(left: T, right: U): Ret<C, T>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  pick<T, U>(left: T, right: U): Promise<U>; // drift: the type parameters or the predicate differ
}
