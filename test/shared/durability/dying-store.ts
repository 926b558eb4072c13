import type { CheckpointRecord, CheckpointStore, Color, RunLease } from '../../../types/index.ts';

/**
 * A store whose process dies: it keeps as many batches of checkpoints as it is told and then nothing any more, as if nobody were there. It
 * shows as well what a store of somebody else's looks like.
 */
export const dyingStore = <C extends Color>(
  store: CheckpointStore<C>,
  batches: number,
): CheckpointStore<C> => {
  let left = batches;
  const dead = (): never => {
    throw new Error('the process is dead');
  };
  return {
    createRun: (run) => store.createRun(run),
    readRun: (runId) => store.readRun(runId),
    claimRun: (runId, seen, lease) => store.claimRun(runId, seen, lease),
    readRecords: (runId) => store.readRecords(runId),
    append: (runId: string, lease: RunLease, records: readonly CheckpointRecord[]) => {
      if (records.length > 0 && left === 0) return dead();
      if (records.length > 0) left -= 1;
      return store.append(runId, lease, records);
    },
    endRun: (runId, owner, end) => (left === 0 ? dead() : store.endRun(runId, owner, end)),
    listRuns: (filter) => store.listRuns(filter),
    deleteRun: (runId) => store.deleteRun(runId),
    close: () => store.close(),
  };
};
