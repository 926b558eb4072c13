// A method is optional in the contract.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read?(path: string): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(path: string): Promise<string>; // drift: optional on one side only
}
