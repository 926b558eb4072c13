// Two modules in step.
import type { DriftsBetween } from '../../../types/drifts-between.ts';
import type { InStep } from '../../../types/in-step.ts';

interface Files {
  readonly read: (path: string) => string;
  readonly lines: (path: string) => Iterable<string>;
}

interface AsyncFiles {
  readonly read: (path: string) => Promise<string>;
  readonly lines: (path: string) => AsyncIterable<string>;
}

export type Pair = InStep<DriftsBetween<Files, AsyncFiles>>;
