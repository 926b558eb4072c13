/** A percentage with one decimal, as tables show it. */
export const percent = (value: number | null): string =>
  value === null ? 'not measured' : `${value.toFixed(1)} %`;

/** A distance in percentage points with one decimal. */
export const points = (value: number | null): string =>
  value === null ? 'not measured' : `${value.toFixed(1)} ${value.toFixed(1) === '1.0' ? 'point' : 'points'}`;

/** The day of a moment, as `YYYY-MM-DD` in UTC. */
export const day = (date: string): string => date.slice(0, 10);

/** A moment to the minute, in UTC. */
export const minute = (date: string): string => `${date.slice(0, 10)} ${date.slice(11, 16)} UTC`;

/**
 * An age in days.
 *
 * @example
 * ```ts
 * age(1); // '1 day'
 * ```
 */
export const age = (days: number): string =>
  days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'}`;

/** A revision as people read it: `0123456789 (main)`. */
export const revision = ({
  commit,
  branch,
}: {
  readonly commit: string | null;
  readonly branch: string | null;
}): string => {
  const hash = commit === null ? 'no revision' : commit.slice(0, 10);
  return branch === null ? hash : `${hash} (${branch})`;
};
