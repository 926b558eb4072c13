// A parameter accepts more.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface URL {
  readonly href: string;
}

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> {
  read(path: string | URL): Promise<string>; // drift: the type of a parameter differs
}
