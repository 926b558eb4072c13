import type { CheckpointStore } from './checkpoint-store.ts';

/** How runs are made to survive the end of their process. */
export interface DurabilityOptions {
  /** Where checkpoints are kept; `LocalRuntime` needs one that answers at once. */
  readonly store: CheckpointStore<'sync'> | CheckpointStore<'async'>;
  /**
   * After how many milliseconds without a sign of life another process may take over a run, greater than 0; 60,000 unless given. A node
   * that blocks the thread gives no sign: choose it longer than the longest of them takes.
   */
  readonly leaseMs?: number;
}
