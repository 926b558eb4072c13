// Members without a colour stay as they are.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  size(path: string): number;
  readonly root: string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  size(path: string): number;
  readonly root: string;
}
