// A function is `any` in the async module.
import type { DriftsBetween } from '../../../types/drifts-between.ts';
import type { InStep } from '../../../types/in-step.ts';

interface Files {
  readonly size: (path: string) => number;
}

interface AsyncFiles {
  readonly size: any;
}

export type Pair = InStep<DriftsBetween<Files, AsyncFiles>>; // drift: `any` hides drift
