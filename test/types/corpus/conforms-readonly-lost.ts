// `readonly` is lost.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  readonly root: string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  root: string; // drift: `readonly` on one side only
}
