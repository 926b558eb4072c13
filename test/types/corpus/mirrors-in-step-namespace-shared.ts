// A nested object that both sides share.
import type { Mirrors } from '../../../types/mirrors.ts';

declare class Store {
  readonly log: { info(text: string): void };
}

export declare class AsyncStore implements Mirrors<Store, AsyncStore> {
  readonly log: { info(text: string): void };
}
