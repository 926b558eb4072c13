import type { CheckpointRecord } from '../../types/checkpoint-store.ts';
import { isWithin, scopeInside } from './scope.ts';

/** The records of a run that still hold: a further attempt at a node makes void what the one before has done inside of it. */
export const validRecords = (records: readonly CheckpointRecord[]): readonly CheckpointRecord[] => {
  const retries = records.filter(({ kind, value }) => kind === 'retried' && Number(value) > 1);
  if (retries.length === 0) return records;
  const voids = retries.map(({ scope, subject, iteration, sequence }) => ({
    sequence,
    inside: scopeInside(scope, subject, iteration),
  }));
  return records.filter(
    ({ scope, sequence }) => !voids.some((each) => sequence < each.sequence && isWithin(scope, each.inside)),
  );
};
