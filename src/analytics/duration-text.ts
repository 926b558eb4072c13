/**
 * A duration for people: three digits in the unit that suits it.
 *
 * @example
 * ```ts
 * durationText(12.3456); // '12.3 ms'
 * durationText(90_500); // '1 min 30.5 s'
 * ```
 */
export const durationText = (ms: number): string => {
  if (ms < 1) return `${digits(ms * 1_000)} µs`;
  // What rounds up to the next unit is told in that one.
  if (ms < 999.5) return `${digits(ms)} ms`;
  if (ms < 59_950) return `${digits(ms / 1_000)} s`;
  const tenths = Math.round(ms / 100);
  const minutes = Math.floor(tenths / 600);
  return `${minutes} min ${(tenths - minutes * 600) / 10} s`;
};

const digits = (value: number): string => String(Number(value.toPrecision(3)));
