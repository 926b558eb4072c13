import type { RunHistory } from './run-history.ts';
import type { RunRecorder } from './run-recorder.ts';

/** What records one run, and where its record goes. */
export interface RunRecording {
  readonly recorder: RunRecorder;
  readonly history: RunHistory;
}
