// A method that answers `this` loses a parameter.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string, limit?: number): Ret<C, this>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): Promise<this>; // drift: the signature differs
}
