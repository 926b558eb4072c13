import type { Workflow } from '../workflow/workflow.ts';
import type { RunProfiler } from './run-profiler.ts';

/** What is known of a run before it begins. */
export interface RecordedRun {
  readonly workflow: Workflow;
  readonly maxConcurrency: number;
  /** Present where `enableProfiling` is set. */
  readonly profiler: RunProfiler | undefined;
}
