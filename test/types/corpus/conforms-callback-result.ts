// A callback has another result.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string, keep: (line: string) => boolean): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(path: string, keep: (line: string) => unknown): Promise<string>; // drift: the type of a parameter differs
}
