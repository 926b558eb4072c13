import type { RunEvent, RunOptions, WorkflowContract } from '../../../types/index.ts';
import type { AnyRuntime } from './kits.ts';

/** A run as its stream tells it: the events, and what the stream threw after the last one, if anything. */
export interface StreamedRun {
  readonly events: readonly RunEvent[];
  readonly error: unknown;
}

/** Streams a run to its end. */
export const collectEvents = async (
  runtime: AnyRuntime,
  workflow: WorkflowContract,
  options?: RunOptions,
): Promise<StreamedRun> => {
  const events: RunEvent[] = [];
  try {
    for await (const event of runtime.stream(workflow, options)) events.push(event);
  } catch (error) {
    return { events, error };
  }
  return { events, error: undefined };
};

/** An event in short: `nodeStarted a`, `nodeRetried a 2`, `runCompleted completed`; `#n` is the iteration. */
export const shortEvent = (event: RunEvent): string => {
  const iteration = 'iteration' in event && event.iteration !== undefined ? `#${event.iteration}` : '';
  const node = 'nodeId' in event ? ` ${event.nodeId}${iteration}` : '';
  const attempt = event.type === 'nodeRetried' ? ` ${event.attempt}` : '';
  const status = event.type === 'runCompleted' ? ` ${event.status}` : '';
  return `${event.type}${node}${attempt}${status}`;
};
