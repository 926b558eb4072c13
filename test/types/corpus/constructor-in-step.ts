// Constructors in step.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(root: string, options?: { limit?: number });
}

export declare class AsyncStore {
  constructor(root: string, options?: { limit?: number });
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>;
