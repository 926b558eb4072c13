// Polymorphic `this` on both sides.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(path: string): Ret<C, this>;
  with(change: (store: this) => void, limit?: number): Ret<C, undefined>;
  map<T>(make: (store: this) => T): Ret<C, [this, T]>;
  readonly parent: this | undefined;
}

export declare class AsyncStore implements StoreContract<'async'>, Conforms<StoreContract<'async'>, AsyncStore> {
  add(path: string): Promise<this>;
  with(change: (store: this) => void, limit?: number): Promise<undefined>;
  map<T>(make: (store: this) => T): Promise<[this, T]>;
  readonly parent: this | undefined;
}
