// A function is missing in the async module.
import type { DriftsBetween } from '../../../types/drifts-between.ts';
import type { InStep } from '../../../types/in-step.ts';

interface Files {
  readonly read: (path: string) => string;
  readonly size: (path: string) => number;
}

interface AsyncFiles {
  readonly read: (path: string) => Promise<string>;
}

export type Pair = InStep<DriftsBetween<Files, AsyncFiles>>; // drift: size: Drift<"missing on the async side
