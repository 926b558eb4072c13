// Identical predicates.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  isText(value: unknown): value is string;
  assertText(value: unknown): asserts value is string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  isText(value: unknown): value is string;
  assertText(value: unknown): asserts value is string;
}
