// A member that the contract lacks and the allowlist explains.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore, [{ member: 'readMany'; side: 'async'; reason: 'needs an event loop' }]> {
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
