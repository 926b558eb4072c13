/** The runs of a runtime that have not ended, for the one who wants to wait for them. */
export class RunsUnderWay {
  readonly #runs = new Set<Promise<unknown>>();

  /** Follows a run to its end; the answer is the run itself. */
  follow<T>(run: Promise<T>): Promise<T> {
    this.#runs.add(run);
    const forget = (): boolean => this.#runs.delete(run);
    run.then(forget, forget);
    return run;
  }

  /** Waits until every run has ended, however it ends, for `ms` milliseconds at most where they are given. */
  async ended(ms?: number): Promise<undefined> {
    const ended = Promise.allSettled(this.#runs);
    if (ms === undefined) {
      await ended;
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), ms);
    });
    await Promise.race([ended, late]);
    clearTimeout(timer);
  }
}
