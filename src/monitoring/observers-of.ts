import type { Logger } from '../../types/logger.ts';
import type { OpenTelemetryOptions } from '../../types/open-telemetry.ts';
import { logObserver } from './log-observer.ts';
import { measuringObserver } from './measured-run.ts';
import type { MetricsRecorder } from './metrics-recorder.ts';
import type { RunObserver } from './run-observer.ts';
import { tracedRun } from './traced-run.ts';

/** What a runtime was asked to tell others of. */
export interface Monitoring {
  readonly metrics: MetricsRecorder | undefined;
  readonly logger: Logger | undefined;
  readonly openTelemetry: OpenTelemetryOptions | undefined;
}

/** Those who observe the runs of a runtime: none where nothing was asked for. */
export const observersOf = ({ metrics, logger, openTelemetry }: Monitoring): readonly RunObserver[] => {
  const { api, traces = true, metrics: measures = true } = openTelemetry ?? {};
  return [
    metrics,
    api !== undefined && traces ? { follow: () => tracedRun(api) } : undefined,
    api !== undefined && measures ? measuringObserver(api) : undefined,
    logger && logObserver(logger),
  ].filter((observer) => observer !== undefined);
};
