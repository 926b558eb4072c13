// A static method loses a parameter.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  static open(path: string, mode: number): number;
}

export declare class AsyncStore {
  static open(path: string): Promise<number>;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>; // drift: a parameter is missing
