import type { StoreCall } from '../durability/store-call.ts';
import { CallColourError } from '../errors/call-colour-error.ts';
import { CheckpointStoreError } from '../errors/checkpoint-store-error.ts';
import { call } from './call.ts';
import type { CallEffect } from './effects.ts';

/**
 * Has a driver call a store of checkpoints.
 *
 * @throws {CheckpointStoreError} the store has failed
 * @throws {CallColourError} the store answers with promises, and the driver cannot wait
 */
export function* askStore<T>({ method, make }: StoreCall<T>): Generator<CallEffect, T, unknown> {
  try {
    return yield* call<T>({ name: `durability.store.${method}`, sync: make, async: make });
  } catch (error) {
    throw error instanceof CallColourError ? error : new CheckpointStoreError(method, error);
  }
}
