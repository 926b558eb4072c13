import type { RetryAnalytics } from '../../types/execution-analytics.ts';
import type { NodeRecord } from '../../types/run-history.ts';

/** Counts what retries were good for. */
export class RetryCount {
  #retries = 0;
  #retried = 0;
  #rescued = 0;

  add({ retries, outcome }: NodeRecord): undefined {
    if (retries === 0) return;
    this.#retries += retries;
    this.#retried++;
    if (outcome === 'completed') this.#rescued++;
  }

  analytics(): RetryAnalytics {
    return {
      retries: this.#retries,
      retried: this.#retried,
      rescued: this.#rescued,
      effectiveness: this.#retried === 0 ? null : this.#rescued / this.#retried,
    };
  }
}
