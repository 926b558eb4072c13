import { type AllowlistFacts, allowlistFaults } from './allowlist-faults.ts';
import { covers, isExpired, type PlacedEntry } from './placed-entry.ts';
import type { Allowance, Finding, Report } from './report-model.ts';

const allowance = ({ entry }: PlacedEntry): Allowance =>
  entry.expires === undefined ? { reason: entry.reason } : { reason: entry.reason, expires: entry.expires };

/**
 * The report with the allowlist applied: what an entry covers is marked as allowed, and what is wrong with an entry is a
 * finding of its own. An entry without a reason does cover, so that its own finding stands alone and not beside
 * each finding that it covers; an expired one does not.
 */
export const applyAllowlist = (
  report: Report,
  entries: readonly PlacedEntry[],
  facts: Omit<AllowlistFacts, 'compared'>,
): Report => {
  const holding = entries.filter(({ entry }) => !isExpired(entry, facts.today));
  const faults = allowlistFaults(entries, { ...facts, compared: report.pairs });
  const named = new Set(report.pairs.map((pair) => pair.name));
  const pairs = report.pairs.map((pair, index) => {
    const mark = (finding: Finding): Finding => {
      const placed = holding.find(({ entry }) => covers(entry, pair.name, finding));
      return placed === undefined ? finding : { ...finding, allowed: allowance(placed) };
    };
    // The fault of an entry that names no pair of the config has no pair either: the first one carries it.
    const own = faults.filter((each) => each.pair === pair.name || (index === 0 && !named.has(each.pair)));
    return { ...pair, findings: [...pair.findings.map(mark), ...own.map((each) => each.finding)] };
  });
  const ok = pairs.every((pair) => pair.findings.every((finding) => finding.allowed !== null));
  return { ...report, ok, pairs };
};
