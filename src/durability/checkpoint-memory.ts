import type { CheckpointRecord, StoredRun } from '../../types/checkpoint-store.ts';

/** What stores in memory keep: given to a store of either colour, each goes on where the other was. It ends with the process. */
export class CheckpointMemory {
  readonly runs = new Map<string, StoredRun>();
  readonly records = new Map<string, CheckpointRecord[]>();
}
