// A constructor option has another type.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(options?: { limit?: number });
}

export declare class AsyncStore {
  constructor(options?: { limit?: string });
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>; // drift: limit: Drift<"constructor option missing or of another type
