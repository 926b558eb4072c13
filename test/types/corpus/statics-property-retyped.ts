// A static property has another type.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  static readonly limit: number;
}

export declare class AsyncStore {
  static readonly limit: string;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>; // drift: the type of the property differs
