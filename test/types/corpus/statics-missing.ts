// A static method is missing.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  static open(path: string): number;
}

export declare class AsyncStore {
  close(): void;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>; // drift: open: Drift<"missing on the async side
