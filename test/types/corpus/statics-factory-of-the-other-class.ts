// A static factory gives an instance of the sync class.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  static open(path: string): Store;
  read(): string;
}

export declare class AsyncStore {
  static open(path: string): Promise<Store>;
  read(): Promise<string>;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>; // drift: the promised result differs
