import type { AllowEntry } from './config.ts';
import { didYouMean } from './did-you-mean.ts';
import { covers, isExpired, isUnexplained, type PlacedEntry } from './placed-entry.ts';
import type { Finding, PairReport } from './report-model.ts';

/** The checks on the allowlist itself; what they find cannot be allowed. */
export const ALLOWLIST_CHECKS = [
  'unknown-exemption',
  'expired-exemption',
  'stale-exemption',
  'duplicate-exemption',
  'unexplained-exemption',
] as const;

/** The id of a check on the allowlist itself. */
export type AllowlistCheck = (typeof ALLOWLIST_CHECKS)[number];

/** What the entries are judged against. */
export interface AllowlistFacts {
  /** The names of all pairs of the config. */
  readonly pairs: readonly string[];
  /** The ids of all checks whose findings can be allowed. */
  readonly checks: readonly string[];
  /** The pairs that were compared, with all their findings. */
  readonly compared: readonly PairReport[];
  /** The day, as `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

const described = ({ pair, member, check, side }: AllowEntry): string =>
  `'${check}' on ${member === '' ? `the pair ${pair}` : `${pair}.${member}`}${side === undefined ? '' : ` (${side})`}`;

const sameTarget = (left: AllowEntry, right: AllowEntry): boolean =>
  left.pair === right.pair &&
  left.member === right.member &&
  left.check === right.check &&
  (left.side === undefined || right.side === undefined || left.side === right.side);

const fault = (
  placed: PlacedEntry,
  earlier: readonly PlacedEntry[],
  facts: AllowlistFacts,
): readonly [AllowlistCheck, string] | null => {
  const { entry } = placed;
  if (!facts.pairs.includes(entry.pair)) {
    return [
      'unknown-exemption',
      `The allowlist names the pair '${entry.pair}', which the config does not have. ${didYouMean(entry.pair, facts.pairs)}`,
    ];
  }
  const pair = facts.compared.find((each) => each.name === entry.pair);
  // An entry of a pair that was not compared in this run may well hold: `--pair` selected another one.
  if (pair === undefined) return null;
  if (!facts.checks.includes(entry.check)) {
    return [
      'unknown-exemption',
      `The allowlist names the check '${entry.check}', which does not exist. ${didYouMean(entry.check, facts.checks)}`,
    ];
  }
  const twin = earlier.find((other) => sameTarget(other.entry, entry));
  if (twin !== undefined) {
    const first = `${twin.file}${twin.line === null ? '' : `:${twin.line}`}`;
    return [
      'duplicate-exemption',
      `The allowlist already has an entry for ${described(entry)}, in ${first}. Remove one of the two.`,
    ];
  }
  if (!pair.findings.some((finding) => covers(entry, pair.name, finding))) {
    return [
      'stale-exemption',
      `The allowlist entry for ${described(entry)} covers nothing: there is no such finding. Remove the entry.`,
    ];
  }
  if (isExpired(entry, facts.today)) {
    return [
      'expired-exemption',
      `The allowlist entry for ${described(entry)} expired on ${entry.expires}. Mend the drift, or set a later day and say why in the reason.`,
    ];
  }
  if (isUnexplained(entry)) {
    return [
      'unexplained-exemption',
      `The allowlist entry for ${described(entry)} gives no reason. Say in 'reason' why it is right as it is.`,
    ];
  }
  return null;
};

/** What is wrong with the allowlist, at most one finding an entry, with the pair that it belongs to. */
export const allowlistFaults = (
  entries: readonly PlacedEntry[],
  facts: AllowlistFacts,
): readonly { readonly pair: string; readonly finding: Finding }[] =>
  entries.flatMap((placed, index) => {
    const found = fault(placed, entries.slice(0, index), facts);
    if (found === null) return [];
    const [check, message] = found;
    const { entry, file, line, column } = placed;
    const finding: Finding = {
      check,
      member: entry.member,
      side: entry.side ?? 'async',
      message,
      syncSignature: null,
      asyncSignature: null,
      file,
      line,
      column,
      allowed: null,
    };
    return [{ pair: entry.pair, finding }];
  });
