import type { OnError } from '../../types/runtime-options.ts';
import type { AnyStore } from '../durability/store-call.ts';

/** How a run is made durable. */
export interface RunDurability {
  readonly store: AnyStore;
  /** Milliseconds. */
  readonly leaseMs: number;
  /** Encoded; of a run that is resumed those it was started with count. */
  readonly parameters: string;
  readonly idempotencyKey: string | undefined;
  /** Set where a run is to go on, rather than to begin. */
  readonly resume:
    | { readonly force: boolean; readonly retryFailed: boolean; readonly onError: OnError | undefined }
    | undefined;
  /** Told of the id of the run, which of one with an idempotency key is known late. */
  readonly onRunId: (runId: string) => undefined;
}
