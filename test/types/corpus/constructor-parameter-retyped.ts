// A constructor parameter has another type.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(root: string);
}

export declare class AsyncStore {
  constructor(root: number);
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>; // drift: the constructor parameters differ
