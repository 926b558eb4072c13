// A constructor option is added.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(options?: { root?: string });
}

export declare class AsyncStore {
  constructor(options?: { root?: string; maxConcurrency?: number });
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>; // drift: maxConcurrency: Drift<"constructor option on the async side only
