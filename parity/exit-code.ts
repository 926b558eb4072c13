import type { Report } from './report-model.ts';

/** The status of a wrong call, or of a call with nothing to compare. */
export const WRONG_CALL = 2;

/** The exit status of a report: 0 in step, 1 drift, 2 nothing compared. */
export const exitCode = (report: Report): 0 | 1 | 2 => {
  const compared = report.pairs.every((pair) => pair.members.compared > 0);
  if (report.pairs.length === 0 || !compared) return WRONG_CALL;
  return report.ok ? 0 : 1;
};
