// An allowlist entry names a member that the contract has.
import type { Color, Ret } from '../../../types/color.ts';
import type { Conforms } from '../../../types/conforms.ts';

interface StoreContract<C extends Color> {
  read(path: string): Ret<C, string>;
}

export declare class AsyncStore implements Conforms<StoreContract<'async'>, AsyncStore, [{ member: 'readMany'; side: 'async'; reason: 'needs an event loop' }, { member: 'read'; side: 'async'; reason: 'once it was async only' }]> { // drift: allowlist entry 'read' is stale, the contract has it: delete the entry
  read(path: string): Promise<string>;
  readMany(paths: string[]): Promise<string[]>;
}
