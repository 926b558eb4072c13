// A constructor option is lost.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(options?: { root?: string; limit?: number });
}

export declare class AsyncStore {
  constructor(options?: { root?: string });
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>; // drift: limit: Drift<"constructor option missing or of another type
