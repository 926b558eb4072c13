import type { AuditQuestion } from './audit-checks.ts';
import type { Audit, PairAudit } from './audit-model.ts';
import type { Trend } from './audit-trend.ts';
import { plain } from './render/plain-markdown.ts';
import { COVERAGE_NOTE } from './report-coverage-rows.ts';
import { list, provenance, table } from './report-markdown.ts';
import { age, minute, revision } from './report-numbers.ts';
import { fewOfEachKind } from './report-recommendations.ts';

/** The first line of the audit, by which a later run finds it again. */
export const AUDIT_MARKER = '<!-- lockstep:audit -->';

const TITLES: Readonly<Record<AuditQuestion, string>> = {
  method: 'Method Parity',
  signature: 'Signature Parity',
  behavior: 'Behavior Parity',
  coverage: 'Coverage Parity',
  count: 'Test Count Parity',
};

const DIRECTIONS: Readonly<Record<Trend['direction'], string>> = {
  better: '✅ better',
  worse: '❌ worse',
  same: 'unchanged',
  other: 'changed',
  new: 'first audit',
};

const summary = ({ answers }: PairAudit): string =>
  table(
    ['Check', 'Status', 'Details'],
    answers.map(({ question, passed, details }) => [
      TITLES[question],
      passed ? '✅ PASS' : '❌ FAIL',
      plain(details),
    ]),
    'texts',
  );

const details = ({ findings, allowed, tests }: PairAudit): string => {
  const found = findings.map(
    ({ check, member, message, days }) =>
      `**${plain(check)}** ${plain(member)} (${age(days)}): ${plain(message)}`,
  );
  const exempt = allowed.map(
    ({ check, member, reason, days, expires }) =>
      `${plain(member)} (${plain(check)}, ${age(days)}${expires === null ? '' : `, until ${expires}`}): ${plain(reason || 'no reason given')}`,
  );
  const shortfalls = fewOfEachKind(tests?.shortfalls ?? []).map(plain);
  return `### Open findings

${list(found, 'None.')}
### Allowed differences

${list(exempt, 'None.')}
### Tests and coverage

${tests === null ? "Not measured: run 'lockstep test'.\n" : list(shortfalls, 'No shortfall.')}
${COVERAGE_NOTE}
`;
};

const trend = ({ trends }: PairAudit, previous: Audit['previous']): string => `### Trend

${previous === null ? 'This is the first audit on this branch.' : `Since the audit of ${minute(previous.date)}, ${plain(revision(previous))}:`}

${table(
  ['Measure', 'Before', 'Now', 'Change'],
  trends.map((each) => [each.measure, each.before ?? '–', each.now, DIRECTIONS[each.direction]]),
)}`;

/** Renders an audit as the quarterly report of the strategy (section 7.2), in markdown. */
export const renderAuditMarkdown = (audit: Audit): string => `${AUDIT_MARKER}
# Sync/Async Parity Audit Report

${provenance(audit)}
${audit.pairs
  .map(
    (pair) => `## ${plain(pair.name)}: ${plain(pair.sync.name)} and ${plain(pair.async.name)}

### Summary

${summary(pair)}
${trend(pair, audit.previous)}
${details(pair)}
`,
  )
  .join('')}## Recommendations

${list(audit.recommendations.map(plain), '✅ Nothing to do: parity is maintained.')}`;
