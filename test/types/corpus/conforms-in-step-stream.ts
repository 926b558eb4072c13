// A stream of the contract.
import type { Color, Stream } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  lines(path: string): Stream<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  lines(path: string): AsyncIterable<string>;
}
