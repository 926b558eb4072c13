// A function has another result in the async module.
import type { DriftsBetween } from '../../../types/drifts-between.ts';
import type { InStep } from '../../../types/in-step.ts';

interface Files {
  readonly size: (path: string) => number;
}

interface AsyncFiles {
  readonly size: (path: string) => Promise<string>;
}

export type Pair = InStep<DriftsBetween<Files, AsyncFiles>>; // drift: the promised result differs
