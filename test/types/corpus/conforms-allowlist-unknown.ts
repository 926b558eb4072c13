// An allowlist entry names a member that the class lacks.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore, [{ member: 'readMany'; side: 'async'; reason: 'needs an event loop' }, { member: 'raed'; side: 'async'; reason: 'misspelt' }]> { // drift: allowlist entry 'raed' is stale, the class has no such member: delete the entry
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
