// Methods with plain, optional and rest parameters.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string, limit?: number, ...more: string[]): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(path: string, limit?: number, ...more: string[]): Promise<string>;
}
