// Polymorphic `this` is lost.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): Promise<AsyncStore>; // drift: polymorphic `this` is lost
}
