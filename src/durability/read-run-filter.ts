import * as v from 'valibot';
import type { RunFilter } from '../../types/checkpoint-store.ts';
import { readEntries } from '../nodes/read-entries.ts';

const entries = {
  status: v.exactOptional(v.picklist(['running', 'completed', 'partial', 'failed', 'cancelled'])),
  workflow: v.exactOptional(v.string()),
  limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)), 100),
};

/**
 * Which runs to list, checked and completed.
 *
 * @throws {InvalidOptionError} an entry is unknown or has a value that is not allowed
 */
export const readRunFilter = (filter: RunFilter = {}): RunFilter & { readonly limit: number } =>
  readEntries(entries, filter, 'filter');
