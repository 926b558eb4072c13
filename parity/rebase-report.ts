import { relative, resolve } from 'node:path';
import type { Finding, Report } from './report-model.ts';

/** The report with its files relative to another folder, as it is read where the command was called. */
export const rebaseReport = (report: Report, from: string, to: string): Report => {
  if (from === to) return report;
  const rebase = (file: string): string => relative(to, resolve(from, file)).replaceAll('\\', '/');
  const finding = (each: Finding): Finding => ({
    ...each,
    file: each.file === null ? null : rebase(each.file),
    ...(each.counterpart
      ? { counterpart: { ...each.counterpart, file: rebase(each.counterpart.file) } }
      : {}),
  });
  return {
    ...report,
    pairs: report.pairs.map((pair) => ({ ...pair, findings: pair.findings.map(finding) })),
  };
};
