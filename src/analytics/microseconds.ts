/** Milliseconds in whole microseconds: what is beyond is noise of clocks and sums. */
export const microseconds = (ms: number): number => Math.round(ms * 1_000) / 1_000;
