// Two overloads change places.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
  read(handle: number): Ret<C, Uint8Array>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(handle: number): Promise<Uint8Array>; // drift: the overloads differ
  read(path: string): Promise<string>; // drift: the overloads differ
}
