import type { WorkerPool } from '../bridge/worker-pool.ts';
import type { RunLife } from '../engine/run-life.ts';
import { RuntimeClosedError } from '../errors/runtime-closed-error.ts';
import { endIdlePython } from '../python/concurrent-python.ts';
import { closeResources, type ResourceSteps } from '../resources/close-resources.ts';
import type { ResourceRegistry } from '../resources/resource-registry.ts';

/** Waits until every run has ended, for some milliseconds at most where they are given; a runtime that blocks cannot. */
export type Drain = (ms: number | undefined) => unknown;

/** What is shut down, and how. */
export interface ShutDown {
  readonly name: string;
  readonly living: ReadonlySet<RunLife>;
  readonly pool: WorkerPool | undefined;
  readonly resources: ResourceRegistry;
  readonly drainMs: number | undefined;
  readonly drain: Drain;
}

/** Drains, then aborts what is left and waits for its end, then ends the workers and closes resources, the one opened last first. */
export function* shutDown({ name, living, pool, resources, drainMs, drain }: ShutDown): ResourceSteps {
  const key = 'runs';
  yield { key, value: drain(drainMs) };
  for (const life of living) life.stop(new RuntimeClosedError(name));
  yield { key, value: drain(undefined) };
  pool?.close();
  endIdlePython();
  yield* closingOf(resources);
  yield* closeResources(resources.takeAll(), resources.redact);
}

/** Closes what nobody holds, and waits for what is being closed already. */
export function* cleanUp(resources: ResourceRegistry): ResourceSteps {
  yield* closingOf(resources);
  yield* closeResources(resources.takeIdle(), resources.redact);
}

function* closingOf(resources: ResourceRegistry): ResourceSteps {
  for (const value of resources.closing) yield { key: 'closing', value };
}
