// An intersection is the same as the object written flat.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string, options: { limit: number } & { deep: { a: 1 } & { b: 2 } }): Ret<C, { text: string } & { size: number }>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(path: string, options: { limit: number; deep: { a: 1; b: 2 } }): Promise<{ text: string; size: number }>;
}
