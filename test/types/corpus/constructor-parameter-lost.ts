// A constructor parameter is lost.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsConstructor } from '../../../types/mirrors-constructor.ts';

declare class Store {
  constructor(root: string, limit: number);
}

export declare class AsyncStore {
  constructor(root: string);
}

export type Constructor = InStep<MirrorsConstructor<typeof Store, typeof AsyncStore>>; // drift: the constructor parameters differ
