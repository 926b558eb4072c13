import { ALLOWLIST_CHECKS } from './allowlist-faults.ts';
import type { AllowEntry } from './config.ts';
import { covers, type PlacedEntry } from './placed-entry.ts';
import type { Report } from './report-model.ts';

/** The entries that a baseline should have, and how that differs from the ones it has. */
export interface BaselineUpdate {
  readonly entries: readonly AllowEntry[];
  readonly added: number;
  readonly removed: number;
}

const key = (entry: AllowEntry): string =>
  JSON.stringify([entry.pair, entry.member, entry.check, entry.side ?? '']);

/** Code unit order, which is the same in every locale. */
const byKey = (left: AllowEntry, right: AllowEntry): number => {
  if (key(left) === key(right)) return 0;
  return key(left) < key(right) ? -1 : 1;
};

/**
 * The baseline for a report without its allowlist: entries that still cover a finding stay as they are, with their
 * reasons; a finding that nothing covers gets an entry without a reason; the rest goes. Entries of pairs
 * that the report does not have stay, and so do expired ones, which keep failing until somebody decides.
 */
export const updateBaseline = (
  report: Report,
  allow: readonly AllowEntry[],
  baseline: readonly PlacedEntry[],
): BaselineUpdate => {
  const compared = new Set(report.pairs.map((pair) => pair.name));
  const found = report.pairs.flatMap((pair) =>
    pair.findings
      .filter((finding) => !ALLOWLIST_CHECKS.some((check) => check === finding.check))
      .map((finding) => ({ pair: pair.name, finding })),
  );
  const kept = baseline
    .map(({ entry }) => entry)
    .filter(
      (entry) => !compared.has(entry.pair) || found.some(({ pair, finding }) => covers(entry, pair, finding)),
    );
  const listed = [...allow, ...kept];
  const fresh = found
    .filter(({ pair, finding }) => !listed.some((entry) => covers(entry, pair, finding)))
    .map(({ pair, finding }): AllowEntry => {
      const { member, check, side } = finding;
      return { pair, member, check, side, reason: '' };
    });
  const added = [...new Map(fresh.map((entry) => [key(entry), entry])).values()];
  return {
    entries: [...kept, ...added].toSorted(byKey),
    added: added.length,
    removed: baseline.length - kept.length,
  };
};

/** A baseline file: the entries one below the other, so that a change of one is a change of its own lines. */
export const baselineText = (entries: readonly AllowEntry[]): string =>
  `${JSON.stringify({ version: 1, allow: entries }, null, 2)}\n`;
