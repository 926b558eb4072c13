// A method in a nested namespace is still synchronous.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  readonly files: { read(path: string): Ret<C, string>; size(path: string): Ret<C, number> };
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  readonly files: { read(path: string): Promise<string>; size(path: string): number }; // drift: the type of the property differs
}
