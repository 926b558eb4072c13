// The contract has no overloads.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(path: string): Promise<string>; // drift: overloads that the contract lacks
  read(handle: number): Promise<Uint8Array>; // drift: overloads that the contract lacks
}
