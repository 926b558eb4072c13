// A static member is `any`.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  static open(path: string): number;
}

export declare class AsyncStore {
  static open: any;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>; // drift: `any` hides drift
