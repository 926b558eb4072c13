// The promise stands inside the result.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, { text: string }>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(path: string): { text: Promise<string> }; // drift: the result cannot be awaited
}
