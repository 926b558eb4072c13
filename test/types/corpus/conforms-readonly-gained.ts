// `readonly` is gained.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  root: string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  readonly root: string; // drift: `readonly` on one side only
}
