// The same in an optional parameter.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(options?: { limit: number } & { depth: number }): Ret<C, string[]>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(options?: { limit: number; depth: number }): Promise<string[]>;
}
