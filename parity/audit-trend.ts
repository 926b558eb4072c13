import { percent, points } from './report-numbers.ts';
import type { PairStanding } from './report-standing.ts';

/** How one number of a pair moved since the last audit. */
export interface Trend {
  readonly measure: string;
  /** As people read them; `null` where the last audit did not have it. */
  readonly before: string | null;
  readonly now: string;
  readonly direction: 'better' | 'worse' | 'same' | 'other' | 'new';
}

interface Measure {
  readonly title: string;
  readonly of: (pair: PairStanding) => number | null;
  readonly show: (value: number | null) => string;
  /** Which way is better; `none` for a number that is neither. */
  readonly better: 'more' | 'less' | 'none';
}

const whole = (value: number | null): string => (value === null ? 'not measured' : String(value));

const MEASURES: readonly Measure[] = [
  { title: 'Open findings', of: ({ findings }) => findings.length, show: whole, better: 'less' },
  { title: 'Allowed differences', of: ({ allowed }) => allowed.length, show: whole, better: 'less' },
  { title: 'Members compared', of: ({ members }) => members.compared, show: whole, better: 'none' },
  { title: 'Shared tests', of: ({ tests }) => tests?.total.shared ?? null, show: whole, better: 'more' },
  {
    title: 'Sync branch coverage',
    of: ({ tests }) => tests?.coverage.branches.sync ?? null,
    show: percent,
    better: 'more',
  },
  {
    title: 'Async branch coverage',
    of: ({ tests }) => tests?.coverage.branches.async ?? null,
    show: percent,
    better: 'more',
  },
  {
    title: 'Coverage difference',
    of: ({ tests }) => tests?.coverage.branches.apart ?? null,
    show: points,
    better: 'less',
  },
];

const trend = (
  { title, of, show, better }: Measure,
  now: PairStanding,
  before: PairStanding | undefined,
): Trend => {
  const [current, old] = [of(now), before === undefined ? null : of(before)];
  const shown = { measure: title, before: old === null ? null : show(old), now: show(current) };
  if (old === null) return { ...shown, direction: 'new' };
  // Compared as shown: a change that no reader can see is none.
  if (show(current) === show(old)) return { ...shown, direction: 'same' };
  if (better === 'none') return { ...shown, direction: 'other' };
  if (current === null) return { ...shown, direction: 'worse' };
  return { ...shown, direction: current > old === (better === 'more') ? 'better' : 'worse' };
};

/** How the numbers of a pair moved since an earlier audit, which may lack the pair. */
export const trends = (now: PairStanding, before: PairStanding | undefined): readonly Trend[] =>
  MEASURES.map((measure) => trend(measure, now, before));
