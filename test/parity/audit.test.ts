import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AuditQuestion } from '../../parity/audit-checks.ts';
import { renderAuditMarkdown } from '../../parity/audit-markdown.ts';
import { auditOf } from '../../parity/audit-model.ts';
import type { HistoryRecord, RecordedPair, RecordedTests } from '../../parity/history-record.ts';
import { renderReportMarkdown } from '../../parity/report-markdown.ts';
import { recommendations } from '../../parity/report-recommendations.ts';
import { standingOf } from '../../parity/report-standing.ts';
import { coverageOf, sampleFinding, samplePair, sampleRecord, sampleTests } from './history-samples.ts';

const recordOf = (change: Partial<RecordedPair>, day = '2026-04-01'): HistoryRecord =>
  sampleRecord(day, { kind: 'audit', pairs: [{ ...samplePair, ...change }] });
const failing = (record: HistoryRecord): readonly AuditQuestion[] =>
  (auditOf(record, []).pairs[0]?.answers ?? [])
    .filter(({ passed }) => !passed)
    .map(({ question }) => question);
const withTests = (change: Partial<RecordedTests>): HistoryRecord =>
  recordOf({ tests: { ...sampleTests, ...change } });
const shortfall = (kind: RecordedTests['shortfalls'][number]['kind']) => ({
  shortfalls: [{ kind, message: 'It is so. Change it.' }],
});

describe('an audit', () => {
  test('passes a pair that is in step and tested alike', () => {
    const audit = auditOf(recordOf({}), []);
    assert.equal(audit.ok, true);
    assert.deepEqual(audit.recommendations, []);
    assert.match(renderAuditMarkdown(audit), /✅ Nothing to do: parity is maintained\./);
  });

  for (const [why, record, questions] of [
    ['a missing member', recordOf({ findings: [sampleFinding] }), ['method']],
    [
      'a renamed parameter',
      recordOf({ findings: [{ ...sampleFinding, check: 'parameter-name' }] }),
      ['signature'],
    ],
    [
      'a failed test',
      withTests({ failed: { sync: 0, async: 1 }, ...shortfall('test-failed') }),
      ['behavior'],
    ],
    ['a test of one side only', withTests(shortfall('one-sided-test')), ['behavior']],
    ['coverage below the threshold', withTests(shortfall('coverage-low')), ['coverage']],
    ['coverage apart', withTests(shortfall('coverage-apart')), ['coverage']],
    ['an area with too few tests', withTests(shortfall('tests-apart')), ['count']],
    ['tests that were not measured', recordOf({ tests: null }), ['behavior', 'coverage', 'count']],
    ['no test at all', withTests({ areas: [], passed: { sync: 0, async: 0 } }), ['behavior', 'count']],
    [
      'no branch at all',
      withTests({
        coverage: { sync: { ...coverageOf(0), branches: { total: 0, covered: 0 } }, async: coverageOf(90) },
      }),
      ['coverage'],
    ],
    [
      'no member compared',
      recordOf({ members: { compared: 0, promisified: 0, same: 0, oneSided: 0 } }),
      ['method', 'signature'],
    ],
  ] as const) {
    test(`answers no for ${why}: ${questions.join(', ')}`, () => {
      assert.deepEqual(failing(record), questions);
      assert.equal(auditOf(record, []).ok, false);
    });
  }

  test('says how the numbers moved since the last audit of the branch', () => {
    const earlier = [
      recordOf({ findings: [sampleFinding] }, '2026-01-01'),
      sampleRecord('2026-02-01'),
      { ...recordOf({}, '2026-03-01'), branch: 'topic' },
    ];
    const tests = { ...sampleTests, coverage: { sync: coverageOf(95), async: coverageOf(90) } };
    const audit = auditOf(recordOf({ tests }), earlier);
    assert.equal(audit.previous?.date, '2026-01-01T08:00:00.000Z');
    const moved = Object.fromEntries(
      audit.pairs[0]?.trends.map((each) => [each.measure, each.direction]) ?? [],
    );
    assert.deepEqual(moved, {
      'Open findings': 'better',
      'Allowed differences': 'same',
      'Members compared': 'same',
      'Shared tests': 'same',
      'Sync branch coverage': 'same',
      'Async branch coverage': 'worse',
      'Coverage difference': 'worse',
    });
  });

  test('says how long a finding stands', () => {
    const earlier = [recordOf({ findings: [sampleFinding] }, '2026-01-01')];
    const audit = auditOf(recordOf({ findings: [sampleFinding] }), earlier);
    assert.match(renderAuditMarkdown(audit), /- \*\*missing-member\*\* close \(90 days\): /);
  });
});

describe('recommendations', () => {
  const advice = (record: HistoryRecord): string => recommendations(standingOf(record)).join('\n');

  test('group findings by check and name the members', () => {
    const findings = ['a', 'b', 'c', 'd', 'e', 'f'].map((member) => ({
      ...sampleFinding,
      id: member,
      member,
    }));
    assert.equal(
      advice(recordOf({ findings })),
      "Mend the 6 findings of missing-member in pair 'runtime' ('a', 'b', 'c', 'd', 'e' and 1 more): 'lockstep explain missing-member' says how.",
    );
  });

  test('name a few shortfalls of each kind, as one broken suite can bring hundreds', () => {
    const broken = Array.from({ length: 300 }, (_, index) => ({
      kind: 'one-sided-test' as const,
      message: `Test ${index}.`,
    }));
    const shortfalls = [...broken, { kind: 'coverage-low' as const, message: 'Too low.' }];
    const lines = advice(withTests({ shortfalls })).split('\n');
    assert.equal(lines.length, 7);
    assert.equal(
      lines[5],
      "Pair 'runtime': 295 more shortfalls of the kind one-sided-test: 'lockstep test' lists them.",
    );
    assert.equal(lines[6], "Pair 'runtime': Too low.");
  });

  test('ask to measure what was not, or not on this revision', () => {
    assert.match(
      advice(recordOf({ tests: null })),
      /^Measure the tests of pair 'runtime': run 'lockstep test'\.$/,
    );
    assert.match(
      advice({ ...recordOf({}), commit: 'f'.repeat(40) }),
      /were measured on 0123456789, not on this one/,
    );
  });

  test('call an allowance to mind a month before its last day', () => {
    const [allowance] = samplePair.allowed;
    assert.ok(allowance);
    const until = (expires: string): string => advice(recordOf({ allowed: [{ ...allowance, expires }] }));
    assert.match(until('2026-04-20'), /Decide on 'runtime\.executeWorkflowAsync': .* ends on 2026-04-20/);
    assert.equal(until('2026-06-20'), '');
  });
});

describe('the report', () => {
  test('has the strategy’s table of feature areas, with the total', () => {
    const text = renderReportMarkdown(standingOf(recordOf({})));
    assert.ok(text.includes('| Feature area | LocalRuntime | AsyncLocalRuntime | Shared | Gap |\n'));
    assert.ok(text.includes('| Analytics | 3 | 4 | 8 | 8.3 % |\n'));
    assert.ok(text.includes('| **TOTAL** | **21** | **22** | **48** | **1.4 %** |\n'));
    assert.ok(text.includes('✅ No issue found: parity is maintained.'));
  });

  test('keeps its tables whole whatever the texts hold', () => {
    const areas = [{ area: 'a | b\n<b>c</b>', shared: 1, sync: 0, async: 0, branches: null }];
    const text = renderReportMarkdown(standingOf(withTests({ areas })));
    assert.ok(text.includes('| a &#124; b &#60;b&#62;c&#60;/b&#62; | 0 | 0 | 1 | 0.0 % |\n'));
  });
});
