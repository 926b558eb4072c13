// An assertion is lost.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  assertText(value: unknown): asserts value is string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  assertText(value: unknown): void; // drift: the type parameters or the predicate are lost
}
