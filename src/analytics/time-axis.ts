import { durationText } from './duration-text.ts';

/** A mark of a time axis. */
export interface Tick {
  readonly label: string;
  /** Where it stands, in percent of the axis. */
  readonly at: number;
}

/** From 0 to the end of a run: where moments stand, and the marks, which are 1, 2 or 5 in some unit apart. */
export class TimeAxis {
  readonly #endMs: number;

  constructor(endMs: number) {
    // A run that took no time has a scale all the same.
    this.#endMs = endMs > 0 ? endMs : 1;
  }

  /** Where a moment stands, in percent of the axis with three decimals. */
  percent(ms: number): number {
    return Math.round((ms / this.#endMs) * 100_000) / 1_000;
  }

  /** @param most - how many marks there may be beside the first one */
  ticks(most: number): readonly Tick[] {
    const unit = 10 ** Math.floor(Math.log10(this.#endMs / most));
    const step = unit * (([1, 2, 5, 10] as const).find((size) => this.#endMs / (unit * size) <= most) ?? 10);
    const count = Math.floor(this.#endMs / step);
    return Array.from({ length: count + 1 }, (_, index) => ({
      label: index === 0 ? '0' : durationText(index * step),
      at: this.percent(index * step),
    }));
  }
}
