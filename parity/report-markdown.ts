import { plain } from './render/plain-markdown.ts';
import { count } from './render/summary.ts';
import { COVERAGE_NOTE, coverageRows } from './report-coverage-rows.ts';
import { minute, percent, revision } from './report-numbers.ts';
import { recommendations } from './report-recommendations.ts';
import type { PairStanding, Standing, TestStanding } from './report-standing.ts';

/** The first line of the report, by which a later run finds a comment again and replaces it. */
export const REPORT_MARKER = '<!-- lockstep:report -->';

/** A table, whose first column is text and whose others are numbers unless told otherwise. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  others: 'numbers' | 'texts' = 'numbers',
): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, index) => (index > 0 && others === 'numbers' ? '---:' : '---'));
  return [head, rule, ...rows].map(line).join('');
};

/** A list of sentences, or one sentence when there is none. */
export const list = (items: readonly string[], none: string): string =>
  items.length === 0 ? `${none}\n` : items.map((item) => `- ${item}\n`).join('');

const verdict = (ok: boolean): string => (ok ? '✅ pass' : '❌ fail');

const summaryRows = ({ members, findings, allowed, tests }: PairStanding): readonly (readonly string[])[] => {
  const compared = String(members.compared);
  const methods = [
    'Members compared',
    compared,
    compared,
    findings.length === 0 ? verdict(members.compared > 0) : `❌ ${count(findings.length, 'finding')}`,
  ];
  const allowance = ['Allowed differences', ...bySide(allowed), 'ℹ️ with reasons'];
  if (tests === null)
    return [methods, allowance, ['Tests', 'not measured', 'not measured', '⚠️ not measured']];
  const { total, passed, failed, ratio, thresholds } = tests;
  return [
    methods,
    allowance,
    ...coverageRows(tests).map(({ title, sync, async, ok }) => [
      plain(title),
      sync,
      async,
      ok === null ? 'ℹ️ shown beside' : verdict(ok),
    ]),
    ['Shared tests', String(total.shared), String(total.shared), verdict(total.shared > 0)],
    [
      'Specific tests',
      String(total.sync),
      String(total.async),
      verdict((ratio ?? 0) >= thresholds.testRatio),
    ],
    ['Tests passed', String(passed.sync), String(passed.async), verdict(passed.sync > 0 && passed.async > 0)],
    ['Tests failed', String(failed.sync), String(failed.async), verdict(failed.sync + failed.async === 0)],
  ];
};

const bySide = (entries: readonly { readonly side: 'sync' | 'async' }[]): readonly [string, string] => [
  String(entries.filter(({ side }) => side === 'sync').length),
  String(entries.filter(({ side }) => side === 'async').length),
];

const methodParity = ({ members, findings, allowed }: PairStanding): string => {
  const classes = `${members.promisified} promisified, ${members.same} the same on both sides, ${members.oneSided} one-sided`;
  const found = findings.map(
    ({ check, member, message }) =>
      `**${plain(check)}** ${member === '' ? '' : `${plain(member)}: `}${plain(message)}`,
  );
  const exempt = allowed.map(
    ({ check, member, reason, expires }) =>
      `${plain(member)} (${plain(check)}): ${plain(reason || 'no reason given')}${expires === null ? '' : ` (until ${expires})`}`,
  );
  return `### Method parity

${count(members.compared, 'member')} compared: ${classes}.

${list(found, '✅ No finding stands.')}
${exempt.length === 0 ? '' : `Allowed:\n\n${list(exempt, '')}\n`}`;
};

const testCounts = (pair: PairStanding, { areas, total, ratio, thresholds }: TestStanding): string => {
  const head = ['Feature area', plain(pair.sync.name), plain(pair.async.name), 'Shared', 'Gap'];
  const rows = areas.map((each) => [
    plain(each.area),
    String(each.sync),
    String(each.async),
    String(each.shared),
    each.gap === null ? 'no test' : percent(each.gap),
  ]);
  const last = [
    total.area,
    String(total.sync),
    String(total.async),
    String(total.shared),
    total.gap === null ? 'no test' : percent(total.gap),
  ];
  return `### Tests by feature area

${table(head, [...rows, last.map((cell) => `**${cell}**`)])}
Under a side's name stand the tests for that side alone; a shared test runs on both. The gap is what the side with fewer tests lacks of the other, shared tests included. The ratio of all tests is ${ratio === null ? 'not measured' : ratio.toFixed(2)} (at least ${thresholds.testRatio}).
`;
};

const coverage = (pair: PairStanding, tests: TestStanding): string => `### Coverage

${table(
  ['Metric', plain(pair.sync.name), plain(pair.async.name), 'Difference', 'Required'],
  coverageRows(tests).map(({ title, sync, async, apart, required }) => [
    plain(title),
    sync,
    async,
    apart,
    required,
  ]),
)}
${COVERAGE_NOTE}
`;

const pairSection = (
  pair: PairStanding,
): string => `## ${plain(pair.name)}: ${plain(pair.sync.name)} and ${plain(pair.async.name)}

### Summary

${table(['Metric', plain(pair.sync.name), plain(pair.async.name), 'Status'], summaryRows(pair))}
${methodParity(pair)}
${pair.tests === null ? '' : `${coverage(pair, pair.tests)}\n${testCounts(pair, pair.tests)}\n`}`;

/** Where and when the numbers were taken, as a table of two columns without a heading of its own. */
export const provenance = (
  standing: Pick<Standing, 'date' | 'commit' | 'branch' | 'testsMeasured'>,
): string => {
  const { testsMeasured } = standing;
  const measured =
    testsMeasured === null
      ? 'not measured'
      : `${minute(testsMeasured.date)}, ${plain(revision(testsMeasured))}`;
  return `**Date**: ${minute(standing.date)}\\
**Revision**: ${plain(revision(standing))}\\
**Tests measured**: ${measured}
`;
};

/** Renders a standing as the parity report of the strategy (appendix A.2), in markdown. */
export const renderReportMarkdown = (standing: Standing): string => `${REPORT_MARKER}
# Sync/Async Parity Report

${provenance(standing)}
${standing.pairs.map(pairSection).join('')}## Next steps

${list(recommendations(standing).map(plain), '✅ No issue found: parity is maintained.')}`;
