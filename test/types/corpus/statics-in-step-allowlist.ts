// A static member that the allowlist explains.
import type { InStep } from '../../../types/in-step.ts';
import type { MirrorsStatics } from '../../../types/mirrors-statics.ts';

declare class Store {
  read(): string;
}

export declare class AsyncStore {
  static pool: number;
  read(): Promise<string>;
}

export type Statics = InStep<MirrorsStatics<typeof Store, typeof AsyncStore, [{ member: 'pool'; side: 'async'; reason: 'one connection is enough for a caller that waits' }]>>;
