import type { RunHistory } from '../analytics/run-history.ts';
import { RunProfiler } from '../analytics/run-profiler.ts';
import { RunRecorder } from '../analytics/run-recorder.ts';
import type { RunRecording } from '../analytics/run-recording.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { Workflow } from '../workflow/workflow.ts';

/** What records a run, where the runtime keeps a history. */
export const recordingOf = (
  history: RunHistory | undefined,
  workflow: Workflow,
  { maxConcurrency, enableProfiling }: RunSettings,
): RunRecording | undefined => {
  if (history === undefined) return undefined;
  const profiler = enableProfiling ? new RunProfiler() : undefined;
  return { history, recorder: new RunRecorder({ workflow, maxConcurrency, profiler }) };
};
