import type { AttemptRecord, NodeOutcome, NodeRecord, RecordedError } from '../../types/run-history.ts';

/** What identifies a node of a run. */
export interface NodePlace {
  readonly path: string;
  readonly nodeId: string;
  readonly nodeType: string;
  readonly iteration: number | undefined;
  readonly parent: number | undefined;
}

/** A record in the making. */
type Draft = { -readonly [Key in keyof NodeRecord]: NodeRecord[Key] };

/** How a node has settled. */
export interface Settled {
  readonly outcome: NodeOutcome;
  readonly ports?: readonly string[] | undefined;
  readonly error?: RecordedError;
}

/** A node of a run from the moment when it is taken; moments are in milliseconds since the start of the run. */
export class OpenNode {
  readonly #place: NodePlace;
  readonly #startMs: number;
  readonly #attempts: AttemptRecord[] = [];
  #retries = 0;
  /** When the attempt that is under way was started. */
  #attemptMs: number | undefined = undefined;
  #record: NodeRecord | undefined = undefined;

  get path(): string {
    return this.#place.path;
  }

  constructor(place: NodePlace, startMs: number) {
    this.#place = place;
    this.#startMs = startMs;
  }

  /** An attempt is started; one that a limit has held up counts from when it goes on. */
  attempt(atMs: number): undefined {
    this.#attemptMs = atMs;
  }

  /** The attempt has failed, and another one is to follow. */
  retry(atMs: number): undefined {
    this.#endAttempt(atMs, 'failed');
    this.#retries++;
  }

  settle(atMs: number, { outcome, ports, error }: Settled): undefined {
    if (outcome !== 'skipped' && outcome !== 'reused') this.#endAttempt(atMs, outcome);
    const { path, nodeId, nodeType, iteration, parent } = this.#place;
    const record: Draft = {
      path,
      nodeId,
      nodeType,
      outcome,
      startMs: this.#startMs,
      endMs: atMs,
      attempts: this.#attempts,
      retries: this.#retries,
    };
    // Each node passes here: objects spread by condition cost more than all else that recording does.
    if (iteration !== undefined) record.iteration = iteration;
    if (parent !== undefined) record.parent = parent;
    if (ports !== undefined) record.ports = ports;
    if (error !== undefined) record.error = error;
    this.#record = record;
  }

  /** What has become of it; one that has not settled ends with its run. */
  record(endMs: number): NodeRecord {
    if (this.#record === undefined) this.settle(endMs, { outcome: 'aborted' });
    return this.#record as NodeRecord;
  }

  #endAttempt(endMs: number, outcome: AttemptRecord['outcome']): undefined {
    if (this.#attemptMs === undefined) return;
    this.#attempts.push({ startMs: this.#attemptMs, endMs, outcome });
    this.#attemptMs = undefined;
  }
}
