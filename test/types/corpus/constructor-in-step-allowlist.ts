// A constructor option that the allowlist explains.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(options?: { root?: string });
}

export declare class AsyncStore {
  constructor(options?: { root?: string; maxConcurrency?: number });
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore, [{ member: 'maxConcurrency'; side: 'async'; reason: 'one node at a time' }]>>;
