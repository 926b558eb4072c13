// Statics in step, a factory among them.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  static open(path: string): Store;
  static size(path: string): number;
  static readonly limit: number;
  read(): string;
}

export declare class AsyncStore {
  static open(path: string): Promise<AsyncStore>;
  static size(path: string): Promise<number>;
  static readonly limit: number;
  read(): Promise<string>;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore>>;
