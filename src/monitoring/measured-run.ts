import type {
  ApiCounter,
  ApiHistogram,
  OpenTelemetryApi,
  TelemetryAttributes,
} from '../../types/open-telemetry.ts';
import type { RunEvent, RunEventBase } from '../../types/run-event.ts';
import { DURATION_BOUNDS_MS } from './duration-recorder.ts';
import type { RunFollower, RunObserver } from './run-observer.ts';
import { errorType, SCOPE } from './telemetry-attributes.ts';

/** What runs and nodes are measured with; durations are in seconds, as the semantic conventions have it. */
interface Instruments {
  readonly active: ApiCounter;
  readonly runs: ApiHistogram;
  readonly nodes: ApiHistogram;
  readonly skipped: ApiCounter;
  readonly retries: ApiCounter;
  readonly trips: ApiCounter;
  readonly limits: ApiCounter;
}

/** Has the runs of a runtime measured by a meter; the instruments are made once. */
export const measuringObserver = (api: OpenTelemetryApi): RunObserver => {
  const meter = api.metrics.getMeter(SCOPE);
  const advice = { explicitBucketBoundaries: DURATION_BOUNDS_MS.map((ms) => ms / 1_000) };
  const counter = (name: string, description: string, unit: string): ApiCounter =>
    meter.createCounter(name, { description, unit });
  const instruments: Instruments = {
    active: meter.createUpDownCounter('lockstep.run.active', {
      description: 'Runs that were begun and have not ended.',
      unit: '{run}',
    }),
    runs: meter.createHistogram('lockstep.run.duration', {
      description: 'How long runs took.',
      unit: 's',
      advice,
    }),
    nodes: meter.createHistogram('lockstep.node.duration', {
      description: 'How long nodes took with all their attempts.',
      unit: 's',
      advice,
    }),
    skipped: counter('lockstep.node.skipped', 'Nodes that were skipped.', '{node}'),
    retries: counter('lockstep.node.retries', 'Attempts at nodes after the first.', '{attempt}'),
    trips: counter('lockstep.circuit_breaker.trips', 'How often circuit breakers have opened.', '{trip}'),
    limits: counter('lockstep.limit.exceeded', 'What limits of the runtime were exceeded by.', '{event}'),
  };
  return { follow: ({ workflow }) => measuredRun(instruments, workflow.name) };
};

const measuredRun = (
  { active, runs, nodes, skipped, retries, trips, limits }: Instruments,
  workflow: string,
): RunFollower => {
  let startedAt = 0;
  const starts = new Map<string, number>();
  const run = { 'lockstep.workflow.name': workflow };
  const since = (moment: number): number => (performance.now() - moment) / 1_000;
  const begin = ({ parent }: RunEventBase): undefined => {
    if (parent !== undefined) return;
    startedAt = performance.now();
    active.add(1, run);
  };
  const end = ({ parent }: RunEventBase, status: string, error?: unknown): undefined => {
    if (parent !== undefined) return;
    active.add(-1, run);
    runs.record(since(startedAt), { ...run, 'lockstep.run.status': status, ...typeOf(error) });
  };
  const took = (
    event: RunEventBase & { readonly nodeId: string; readonly nodeType: string },
    more: TelemetryAttributes,
  ) => {
    const key = `${event.runId} ${event.nodeId}`;
    const start = starts.get(key);
    // Where a cycle cannot go on, its entry fails without having been started again.
    if (start === undefined) return undefined;
    starts.delete(key);
    nodes.record(since(start), { 'lockstep.node.type': event.nodeType, ...more });
    return undefined;
  };
  const observe = (event: RunEvent): undefined => {
    switch (event.type) {
      case 'runStarted':
      case 'runResumed':
        return begin(event);
      case 'nodeStarted':
        starts.set(`${event.runId} ${event.nodeId}`, performance.now());
        return;
      case 'nodeCompleted':
        return took(event, { 'lockstep.node.status': 'completed' });
      case 'nodeFailed':
        return took(event, { 'lockstep.node.status': 'failed', ...typeOf(event.error) });
      case 'nodeSkipped':
        skipped.add(1, { 'lockstep.node.type': event.nodeType });
        return;
      case 'nodeRetried':
        retries.add(1, { 'lockstep.node.type': event.nodeType, ...typeOf(event.error) });
        return;
      case 'circuitOpened':
        trips.add(1, { 'lockstep.circuit': event.circuit });
        return;
      case 'resourceLimitExceeded':
        limits.add(1, { 'lockstep.limit.resource': event.resource, 'lockstep.limit.action': event.action });
        return;
      case 'runCompleted':
        return end(event, event.status);
      case 'runFailed':
        return end(event, 'failed', event.error);
      case 'runCancelled':
        return end(event, 'cancelled', event.error);
    }
  };
  return { observe };
};

const typeOf = (error: unknown): TelemetryAttributes =>
  error === undefined ? {} : { 'error.type': errorType(error) };
