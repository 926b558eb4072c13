// A method that answers `this` is not asynchronous.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): this; // drift: the signature differs
}
