// A getter for a readonly property of the contract.
import type { Color } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  readonly root: string;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  get root(): string;
}
