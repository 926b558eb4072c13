/** Whether a run may go on, for whoever has to end all runs of a runtime; a run shares it with its sub-workflows. */
export class RunLife {
  /** Why the run has been told to stop. */
  stopReason: Error | undefined = undefined;
  readonly #living: Set<RunLife>;
  #wake: (() => undefined) | undefined = undefined;

  /** @param living - where the run is found from its beginning to its end */
  constructor(living: Set<RunLife>) {
    this.#living = living;
  }

  /** Says that the run has begun, and how to wake it. */
  begin(wake: () => undefined): undefined {
    this.#wake = wake;
    this.#living.add(this);
  }

  /** Tells the run to stop; it looks when it is woken, and between nodes. */
  stop(reason: Error): undefined {
    this.stopReason ??= reason;
    this.#wake?.();
  }

  /** Says that the run is over. */
  end(): undefined {
    this.#living.delete(this);
  }
}
