import type { ExecutionAnalytics } from '../../types/execution-analytics.ts';
import type { AnalyticsOptions, RunHistoryQuery, RunRecord } from '../../types/run-history.ts';
import { ask, type Steps } from '../database/steps.ts';
import { CallColourError } from '../errors/call-colour-error.ts';
import { RunHistoryError } from '../errors/run-history-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import { analyticsOf } from './analytics-of.ts';
import { deepFreeze } from './deep-freeze.ts';
import { latestFirst } from './latest-first.ts';
import { isAskedFor, readRunQuery } from './read-run-query.ts';

/** How many records wait for a store that fails; beyond that, the oldest is lost. */
const MOST_UNSTORED = 1_000;

/** What a runtime keeps of its runs. */
export class RunHistory {
  readonly #store: AnalyticsOptions['store'];
  readonly #ends: boolean;
  #unstored: readonly RunRecord[] = [];

  constructor({ store, onStoreFailure }: AnalyticsOptions) {
    this.#store = store;
    this.#ends = onStoreFailure === 'fail';
  }

  /** Hands a record to the store. */
  append(record: RunRecord): undefined | Promise<undefined> {
    return this.#store.append(record);
  }

  /** Takes what the store has not taken yet, to try again. */
  takeUnstored(): readonly RunRecord[] {
    const records = this.#unstored;
    this.#unstored = [];
    return records;
  }

  /**
   * Keeps records until the store takes them; answers why the run has to fail for that, if it has to, and else warns the process.
   *
   * @param hasResult - whether the run would have answered: why another one has failed matters more
   */
  failed(records: readonly RunRecord[], cause: unknown, hasResult: boolean): RunHistoryError | undefined {
    const all = [...records, ...this.#unstored].toSorted(latestFirst);
    const lost = all.length - MOST_UNSTORED;
    this.#unstored = all.slice(0, MOST_UNSTORED);
    const error = new RunHistoryError('append', this.#unstored.length, cause);
    if (this.#ends && hasResult) return error;
    process.emitWarning(lost > 0 ? `${error.message} ${lost} older ones are lost.` : error.message);
    return undefined;
  }

  /**
   * The records of a query, the run that was started last first, those that the store has not taken yet among them.
   *
   * @throws {InvalidOptionError} the query has an entry that is unknown or not allowed
   * @throws {RunHistoryError} the store has failed, or answers with a promise where nobody can wait for it
   */
  *list(query: RunHistoryQuery | undefined): Steps<readonly RunRecord[]> {
    const asked = readRunQuery(query);
    let stored: readonly RunRecord[];
    try {
      stored = yield* ask<readonly RunRecord[]>(this.#store.list(asked));
      if (isThenable(stored)) {
        stored.then(undefined, () => undefined);
        throw new CallColourError('analytics.store.list');
      }
    } catch (error) {
      throw new RunHistoryError('list', this.#unstored.length, error);
    }
    const ids = new Set(stored.map(({ id }) => id));
    const waiting = this.#unstored.filter((record) => !ids.has(record.id) && isAskedFor(asked, record));
    return deepFreeze([...stored, ...waiting].toSorted(latestFirst).slice(0, asked.last));
  }

  /** What the runs of a query have in common; throws what `list` throws. */
  *analytics(query: RunHistoryQuery | undefined): Steps<ExecutionAnalytics> {
    return deepFreeze(analyticsOf(yield* this.list(query), this.#unstored.length));
  }
}
