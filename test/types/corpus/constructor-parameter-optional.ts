// A constructor parameter is optional on one side.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(root: string);
}

export declare class AsyncStore {
  constructor(root?: string);
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>; // drift: the constructor parameters differ
