// A type predicate is lost.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  isText(value: unknown): value is string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  isText(value: unknown): boolean; // drift: the type parameters or the predicate are lost
}
