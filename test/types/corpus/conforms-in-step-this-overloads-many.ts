// Seven overloads, optional ones, and such with type parameters and predicates.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  add(step: 0): this;
  add(step: 1): this;
  add(step: 2): this;
  add(step: 3): this;
  add(step: 4): this;
  add(step: 5): this;
  add(step: 6): this;
  from?(path: string): Ret<C, this>;
  from?(handle: number): Ret<C, this>;
  is<T extends string>(value: T | this): value is T;
  is(value: number | this): boolean;
}

export declare class AsyncStore implements StoreContract<'async'>, Conforms<StoreContract<'async'>, AsyncStore> {
  add(step: 0): this;
  add(step: 1): this;
  add(step: 2): this;
  add(step: 3): this;
  add(step: 4): this;
  add(step: 5): this;
  add(step: 6): this;
  from?(path: string): Promise<this>;
  from?(handle: number): Promise<this>;
  is<T extends string>(value: T | this): value is T;
  is(value: number | this): boolean;
}
