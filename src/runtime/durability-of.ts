import type { ResumeOptions } from '../../types/resume-options.ts';
import type { RunOptions } from '../../types/runtime-options.ts';
import { encodeValue } from '../durability/encode-value.ts';
import type { RunDurability } from '../engine/run-durability.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';

const REMEDY = 'It needs a store of checkpoints: make the runtime with durability: { store }.';

/**
 * How a run that begins is made durable, where that is asked for.
 *
 * @throws {InvalidOptionError} there is an idempotency key and no store
 * @throws {UnstorableValueError} a parameter cannot be kept
 */
export const durabilityOf = (
  { durability }: RunSettings,
  { parameters = {}, idempotencyKey }: RunOptions,
  onRunId: RunDurability['onRunId'],
): RunDurability | undefined => {
  if (durability === undefined) {
    if (idempotencyKey === undefined) return undefined;
    throw new InvalidOptionError('idempotencyKey', idempotencyKey, REMEDY);
  }
  return {
    ...durability,
    parameters: encodeValue(parameters, "'parameters'"),
    idempotencyKey,
    resume: undefined,
    onRunId,
  };
};

/**
 * How a run that goes on is made durable.
 *
 * @throws {InvalidOptionError} there is no store
 */
export const resumedDurabilityOf = (
  { durability }: RunSettings,
  { force = false, retryFailed = false, onError }: ResumeOptions,
  onRunId: RunDurability['onRunId'],
): RunDurability => {
  if (durability === undefined) throw new InvalidOptionError('durability', durability, REMEDY);
  const resume = { force, retryFailed, onError };
  return { ...durability, parameters: '', idempotencyKey: undefined, resume, onRunId };
};
