import { AsyncLocalRuntime, LocalRuntime } from '../../../src/index.ts';
import type { RunEvent } from '../../../types/index.ts';
import type { RunCase } from './description.ts';
import { toWorkflow } from './to-workflow.ts';

/** What a run gave, as it was: nothing is normalised. */
export interface Observation {
  readonly answer: unknown;
  readonly error: unknown;
  /** What `on('*')` was told. */
  readonly events: readonly RunEvent[];
}

/** Runs a case on the sync runtime. */
export const observeSync = ({ workflow, parameters, options }: RunCase): Observation => {
  const runtime = new LocalRuntime(options);
  const built = toWorkflow(workflow, 'sync');
  const events: RunEvent[] = [];
  runtime.on('*', (event) => events.push(event));
  try {
    return { answer: runtime.execute(built, { parameters }), error: undefined, events };
  } catch (error) {
    return { answer: undefined, error, events };
  }
};

/** Runs a case on the async runtime; its default concurrency unless one is given. */
export const observeAsync = async (
  { workflow, parameters, options }: RunCase,
  maxConcurrency?: number,
): Promise<Observation> => {
  const runtime = new AsyncLocalRuntime({
    ...options,
    ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
  });
  const built = toWorkflow(workflow, 'async');
  const events: RunEvent[] = [];
  runtime.on('*', (event) => events.push(event));
  try {
    const answer = await runtime.execute(built, { parameters });
    return { answer, error: undefined, events };
  } catch (error) {
    return { answer: undefined, error, events };
  }
};

/** What a stream gave, beside what `on('*')` was told of the same run. */
export interface StreamObservation extends Observation {
  readonly streamed: readonly RunEvent[];
}

/** Streams a case on the sync runtime. */
export const streamSync = ({ workflow, parameters, options }: RunCase): StreamObservation => {
  const runtime = new LocalRuntime(options);
  const built = toWorkflow(workflow, 'sync');
  const [events, streamed]: [RunEvent[], RunEvent[]] = [[], []];
  runtime.on('*', (event) => events.push(event));
  try {
    for (const event of runtime.stream(built, { parameters })) streamed.push(event);
    return { answer: undefined, error: undefined, events, streamed };
  } catch (error) {
    return { answer: undefined, error, events, streamed };
  }
};

/** Streams a case on the async runtime, one node at a time. */
export const streamAsync = async ({ workflow, parameters, options }: RunCase): Promise<StreamObservation> => {
  const runtime = new AsyncLocalRuntime({ ...options, maxConcurrency: 1 });
  const built = toWorkflow(workflow, 'async');
  const [events, streamed]: [RunEvent[], RunEvent[]] = [[], []];
  runtime.on('*', (event) => events.push(event));
  try {
    for await (const event of runtime.stream(built, { parameters })) streamed.push(event);
    return { answer: undefined, error: undefined, events, streamed };
  } catch (error) {
    return { answer: undefined, error, events, streamed };
  }
};
