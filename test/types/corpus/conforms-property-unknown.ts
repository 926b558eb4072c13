// A property is `unknown`.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  readonly root: string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  readonly root: unknown; // drift: the type of the property differs
}
