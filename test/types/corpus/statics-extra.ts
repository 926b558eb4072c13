// A static method stands on the async side only.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  close(): void;
}

export declare class AsyncStore {
  static open(path: string): Promise<number>;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>; // drift: open: Drift<"on the async side only
