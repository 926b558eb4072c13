// A method of the contract is missing.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
  write(path: string): Ret<C, boolean>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore> { // drift: "missing, or not public: add", (path: string) => Promise<boolean>
  read(path: string): Promise<string>;
}
