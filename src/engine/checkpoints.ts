import type { CheckpointRecord, RunEnd } from '../../types/checkpoint-store.ts';
import type { CycleSummary } from '../../types/run-event.ts';
import type { OnError } from '../../types/runtime-options.ts';
import { decodeValue } from '../durability/decode-value.ts';
import { encodeValue } from '../durability/encode-value.ts';
import type { Journal } from '../durability/journal.ts';
import { scopeInside } from '../durability/scope.ts';
import type { StoreCall } from '../durability/store-call.ts';
import { messageOf } from '../errors/message-of.ts';
import { UnstorableValueError } from '../errors/unstorable-value-error.ts';
import type { Emitter } from './emitter.ts';
import { HeldEmitter } from './held-emitter.ts';

/** How an iteration of a cycle ended: with this (`undefined`: the cycle goes on), or by an error. */
export type IterationEnd =
  | { readonly endedBy: CycleSummary['endedBy'] | undefined; readonly elapsedMs: number }
  | { readonly error: unknown; readonly elapsedMs: number };

/** What one run (or sub-workflow's run) keeps of itself, and what it has kept before it was resumed. */
export class Checkpoints {
  readonly emitter: HeldEmitter;
  /** Whether the run goes on from before. */
  readonly isResumed: boolean;
  /** What happened before, in its order. */
  readonly before: readonly CheckpointRecord[];
  readonly #journal: Journal;
  readonly #scope: string;
  readonly #values: ReadonlyMap<string, string>;
  #records: CheckpointRecord[] = [];

  constructor(journal: Journal, emitter: Emitter, isResumed: boolean, scope = '') {
    this.#journal = journal;
    this.#scope = scope;
    this.emitter = new HeldEmitter(emitter);
    this.isResumed = isResumed;
    this.before = journal.before(scope);
    this.#values = new Map(
      this.before.map((each) => [keyOf(each.kind, each.subject, each.iteration), each.value]),
    );
  }

  /** Whether something has happened that is not durable yet. */
  get isDirty(): boolean {
    return this.#records.length > 0;
  }

  get runId(): string {
    return this.#journal.runId;
  }

  /** Whether it is the run itself, and no sub-workflow's. */
  get isWhole(): boolean {
    return this.#scope === '';
  }

  /** Why nothing of the run can be kept any more, whichever of its sub-workflows has noticed. */
  get failure(): Error | undefined {
    return this.#journal.failure;
  }

  /** The checkpoints of the run inside of a node. */
  inside(nodeId: string, iteration: number): Checkpoints {
    const scope = scopeInside(this.#scope, nodeId, iteration);
    return new Checkpoints(this.#journal, this.emitter.outer, this.#journal.hasBefore(scope), scope);
  }

  /**
   * Takes down that a node has completed.
   *
   * @param ports - the active ports, where the output does not tell
   * @throws {UnstorableValueError} its output cannot be kept
   */
  completed(nodeId: string, iteration: number, output: unknown, ports?: readonly string[]): undefined {
    const text = encodeValue(output, `the output of node '${nodeId}'`);
    const routing = ports === undefined ? '' : `,"ports":${JSON.stringify(ports)}`;
    this.#add('completed', nodeId, iteration, `{"output":${text}${routing}}`);
  }

  /** Takes down that a node has failed for good, and that the run goes on. */
  failed(nodeId: string, iteration: number, error: unknown, onError: OnError): undefined {
    this.#add('failed', nodeId, iteration, errorText({ error, onError }));
  }

  /** Takes down which attempt at a node is to be the next. */
  retried(nodeId: string, iteration: number, attempt: number): undefined {
    this.#add('retried', nodeId, iteration, String(attempt));
    if (attempt > 1) this.#journal.forget(scopeInside(this.#scope, nodeId, iteration));
  }

  /** Takes down how an iteration has ended. */
  iterated(cycleId: string, iteration: number, end: IterationEnd): undefined {
    this.#add('iteration', cycleId, iteration, errorText(end));
  }

  /** Which attempt at a node was to be the next. */
  attemptAt(nodeId: string, iteration: number): number {
    return Number(this.#valueBefore('retried', nodeId, iteration) ?? 1);
  }

  /** How an iteration has ended before, if it had. */
  iterationBefore(cycleId: string, iteration: number): IterationEnd | undefined {
    const value = this.#valueBefore('iteration', cycleId, iteration);
    return value === undefined ? undefined : (decodeValue(value) as IterationEnd);
  }

  /** The call that makes durable what has happened since the last time. */
  write(): StoreCall<boolean> {
    return this.#journal.append(this.#records);
  }

  /** Says that what was written is durable; lets its events out. */
  wrote(): undefined {
    this.#records = [];
    this.emitter.release();
  }

  /** Says that nothing can be written any more; answers why. */
  gaveUp(reason: unknown): Error {
    this.#records = [];
    this.emitter.drop();
    this.#journal.failure ??= reason as Error;
    return this.#journal.failure;
  }

  /** The call that makes durable how the whole run has ended. */
  end(end: RunEnd): StoreCall<boolean> {
    return this.#journal.end(end);
  }

  #valueBefore(kind: CheckpointRecord['kind'], subject: string, iteration: number): string | undefined {
    return this.#values.get(keyOf(kind, subject, iteration));
  }

  #add(kind: CheckpointRecord['kind'], subject: string, iteration: number, value: string): undefined {
    this.#records.push({
      sequence: this.#journal.next(),
      scope: this.#scope,
      kind,
      subject,
      iteration,
      value,
    });
    this.emitter.hold();
  }
}

const keyOf = (kind: string, subject: string, iteration: number): string => `${kind} ${iteration} ${subject}`;

// What was thrown matters less than that something was: one that cannot be kept is kept by its message.
const errorText = (entry: Readonly<Record<string, unknown>>): string => {
  try {
    return encodeValue(entry, 'an error');
  } catch (thrown) {
    if (!(thrown instanceof UnstorableValueError)) throw thrown;
    return encodeValue({ ...entry, error: new Error(messageOf(entry.error)) }, 'an error');
  }
};
