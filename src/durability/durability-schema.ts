import * as v from 'valibot';
import { timeLimit } from '../nodes/policy-schema.ts';
import type { AnyStore } from './store-call.ts';

const METHODS: readonly (keyof AnyStore)[] = [
  'createRun',
  'readRun',
  'claimRun',
  'readRecords',
  'append',
  'endRun',
];

const store = v.custom<AnyStore>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    METHODS.every((name) => typeof Reflect.get(value, name) === 'function'),
  'a CheckpointStore, such as one for SQLite: new SqlCheckpointStore({ type, path })',
);

/** The option `durability`. */
export const durabilityPolicy = v.strictObject({ store, leaseMs: v.exactOptional(timeLimit, 60_000) });

/** The option `durability`, read. */
export type DurabilityPolicy = v.InferOutput<typeof durabilityPolicy>;
