import { exitCode, WRONG_CALL } from '../exit-code.ts';
import type { Report } from '../report-model.ts';
import { allowedFindings, standingFindings } from './select-findings.ts';

/**
 * A number with its noun.
 *
 * @example
 * ```ts
 * count(2, 'pair'); // '2 pairs'
 * ```
 */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const sum = (report: Report, key: 'compared' | 'promisified' | 'same' | 'oneSided'): number =>
  report.pairs.reduce((total, pair) => total + pair.members[key], 0);

/** The outcome of a report in one line, without a line feed. */
export const summary = (report: Report): string => {
  const empty = report.pairs.find((pair) => pair.members.compared === 0);
  if (exitCode(report) === WRONG_CALL) {
    return empty === undefined
      ? 'Nothing to compare: no pair.'
      : `Nothing to compare in pair '${empty.name}'.`;
  }
  const standing = standingFindings(report).length;
  const allowed = allowedFindings(report).length;
  const verdict = standing === 0 ? 'In step' : `Drift: ${count(standing, 'finding')}`;
  const exempt = allowed === 0 ? '' : `, ${allowed} allowed`;
  const members = `${count(sum(report, 'compared'), 'member')} compared in ${count(report.pairs.length, 'pair')}`;
  const classes = `${sum(report, 'promisified')} promisified, ${sum(report, 'same')} the same, ${sum(report, 'oneSided')} one-sided`;
  return `${verdict}${exempt}. ${members} (${classes}).`;
};
