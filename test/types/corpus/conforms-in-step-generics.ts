// Identical generics, by other names.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  parse<T extends object, K extends keyof T = keyof T>(value: T, key?: K): Ret<C, T[K][]>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  parse<Value extends object, Key extends keyof Value = keyof Value>(value: Value, key?: Key): Promise<Value[Key][]>;
}
