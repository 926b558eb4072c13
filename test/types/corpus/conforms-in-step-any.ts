// `any` on both sides.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(value: any): Ret<C, any>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(value: any): Promise<any>;
}
