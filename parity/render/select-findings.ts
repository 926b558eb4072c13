import type { Finding, PairReport, Report } from '../report-model.ts';

/** A finding with the pair that it belongs to. */
export interface Located {
  readonly pair: PairReport;
  readonly finding: Finding;
}

const located = (report: Report, keep: (finding: Finding) => boolean): readonly Located[] =>
  report.pairs.flatMap((pair) => pair.findings.filter(keep).map((finding) => ({ pair, finding })));

/** The findings that fail the check, in report order. */
export const standingFindings = (report: Report): readonly Located[] =>
  located(report, (finding) => finding.allowed === null);

/** The findings that an allowlist entry covers, in report order. */
export const allowedFindings = (report: Report): readonly Located[] =>
  located(report, (finding) => finding.allowed !== null);

/** The standing findings, the gravest check first; findings of one check keep the order of the report. */
export const worstFirst = (report: Report, checks: readonly string[]): readonly Located[] => {
  const rank = (id: string): number => {
    const index = checks.indexOf(id);
    return index === -1 ? checks.length : index;
  };
  return standingFindings(report).toSorted(
    (left, right) => rank(left.finding.check) - rank(right.finding.check),
  );
};
