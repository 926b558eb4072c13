// An index signature in the class hides its members.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> { // drift: an index signature hides which members there are
  [name: string]: unknown;
  read(path: string): Promise<string>;
}
