import { endBy, endWith } from '../durability/run-outcome.ts';
import type { StoreCall } from '../durability/store-call.ts';
import { RunTakenOverError } from '../errors/run-taken-over-error.ts';
import { askStore } from './ask-store.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Conductor } from './conductor.ts';
import type { CallEffect } from './effects.ts';
import { resultOf } from './run-results.ts';

type Keeping = Generator<CallEffect, undefined, unknown>;

/** Makes durable what has happened; if that cannot be, the run stops. */
export function* save(conductor: Conductor, checkpoints: Checkpoints): Keeping {
  if (!checkpoints.isDirty) return;
  try {
    yield* writing(checkpoints, checkpoints.write());
    checkpoints.wrote();
  } catch (error) {
    conductor.stop.error ??= checkpoints.gaveUp(error);
  }
}

/** Makes durable how a run has ended; of a sub-workflow its node tells. */
export function* finish(conductor: Conductor, checkpoints: Checkpoints): Keeping {
  yield* save(conductor, checkpoints);
  if (!checkpoints.isWhole) return;
  const { stop, state } = conductor;
  try {
    const end = stop.error === undefined ? endWith(resultOf(state, checkpoints.runId)) : endBy(stop.error);
    yield* writing(checkpoints, checkpoints.end(end));
  } catch (error) {
    // Why the run has failed matters more than that this could not be kept.
    conductor.stop.error ??= error as Error;
  }
}

function* writing({ runId }: Checkpoints, write: StoreCall<boolean>): Keeping {
  if (!(yield* askStore(write))) throw new RunTakenOverError(runId);
}
