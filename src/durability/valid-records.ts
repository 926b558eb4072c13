import type { CheckpointRecord } from '../../types/checkpoint-store.ts';
import { isWithin, scopeInside } from './scope.ts';

type IsVoid = (record: CheckpointRecord) => boolean;

/**
 * The records of a run that still hold: a further attempt at a node makes void what the one before has done inside of it, and a node that
 * was reopened has none of before.
 */
export const validRecords = (records: readonly CheckpointRecord[]): readonly CheckpointRecord[] => {
  const voids = records.flatMap((record) => {
    const isVoid = voidBy(record);
    return isVoid === undefined ? [] : [{ sequence: record.sequence, isVoid }];
  });
  if (voids.length === 0) return records;
  return records.filter(
    (record) =>
      record.kind !== 'reopened' &&
      !voids.some(({ sequence, isVoid }) => record.sequence < sequence && isVoid(record)),
  );
};

/** What a record makes void of those before it. */
const voidBy = ({ kind, scope, subject, iteration, value }: CheckpointRecord): IsVoid | undefined => {
  if (kind === 'retried' && Number(value) > 1) {
    const inside = scopeInside(scope, subject, iteration);
    return (record) => isWithin(record.scope, inside);
  }
  if (kind !== 'reopened') return undefined;
  const isOwn: IsVoid = (record) => record.scope === scope && record.subject === subject;
  if (value === 'cycle') return (record) => isOwn(record) && record.kind === 'iteration';
  const isNode: IsVoid = (record) => isOwn(record) && record.kind !== 'iteration';
  if (value === 'end') return isNode;
  // In any iteration.
  const inside = scopeInside(scope, subject, 0).slice(0, -1);
  return (record) => isNode(record) || record.scope.startsWith(inside);
};
