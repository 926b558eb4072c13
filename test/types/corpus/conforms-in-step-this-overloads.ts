// Polymorphic `this` in overloads.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
  add(handle: number): Ret<C, this>;
}

export declare class AsyncStore implements StoreContract<'async'>, Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): Promise<this>;
  add(handle: number): Promise<this>;
}
