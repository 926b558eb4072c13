// Polymorphic `this` in overloads of a class with a type parameter.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color, V> {
  add(path: string, value: V): Ret<C, this>;
  add(values: readonly V[]): Ret<C, this>;
}

export declare class AsyncStore<V>
  implements StoreContract<'async', V>, Conforms<StoreContract<'async', V>, AsyncStore<V>>
{
  add(path: string, value: V): Promise<this>;
  add(values: readonly V[]): Promise<this>;
}
