import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as v from 'valibot';
import { findingIds } from '../../parity/history-finding-ids.ts';
import { newRecord } from '../../parity/history-new-record.ts';
import { historySchema } from '../../parity/history-schema.ts';
import type { Finding, Report } from '../../parity/report-model.ts';
import { testMeasurementSchema } from '../../parity/test-model-schema.ts';
import type { Shortfall } from '../../parity/test-shortfall.ts';
import { SHORTFALL_KINDS } from '../../parity/test-shortfall-text.ts';
import { sampleMeasurement } from './test-measurement-sample.ts';

const AT = { date: '2026-01-02T08:00:00.000Z', commit: 'abc', branch: 'main' };

const finding = (change: Partial<Finding> = {}): Finding => ({
  check: 'parameter-name',
  member: 'get',
  side: 'async',
  message: "Rename 'name' to 'key'.",
  syncSignature: null,
  asyncSignature: null,
  file: 'src/async-store.ts',
  line: 2,
  column: 3,
  allowed: null,
  ...change,
});

const check = (findings: readonly Finding[]): Report => ({
  version: 1,
  ok: findings.every(({ allowed }) => allowed !== null),
  pairs: [
    {
      name: 'Store',
      sync: './src/store.ts#Store',
      async: './src/async-store.ts#AsyncStore',
      members: { compared: 2, promisified: 2, same: 0, oneSided: 0 },
      findings,
    },
  ],
});

const shared = { test: 'reads a key', area: 'Reading', file: 'test/reading.test.ts' };

/** One shortfall of every kind. */
const SHORTFALLS: { readonly [Kind in Shortfall['kind']]: Extract<Shortfall, { readonly kind: Kind }> } = {
  'nothing-measured': { kind: 'nothing-measured', side: 'sync', what: 'source map' },
  'area-empty': { kind: 'area-empty', area: 'Reading', what: 'source' },
  'side-not-loaded': { kind: 'side-not-loaded', side: 'async', cause: 'No such file.' },
  'suite-hung': { kind: 'suite-hung', side: 'async', suite: 'reading', afterMs: 1000 },
  'test-cut-off': { kind: 'test-cut-off', side: 'sync', test: 'reads a key', file: 'test/reading.test.ts' },
  'file-without-tests': { kind: 'file-without-tests', file: 'test/reading.test.ts' },
  'test-failed': { kind: 'test-failed', side: 'async', ...shared, otherSidePassed: true },
  'one-sided-test': { kind: 'one-sided-test', ranOn: 'sync', ...shared },
  'answers-apart': { kind: 'answers-apart', ...shared, what: "the answer of 'get'", sync: '1', async: '2' },
  'coverage-low': {
    kind: 'coverage-low',
    area: null,
    side: 'async',
    metric: 'branches',
    percent: 61.25,
    minimum: 85,
  },
  'coverage-apart': {
    kind: 'coverage-apart',
    area: 'Reading',
    metric: 'branches',
    sync: 96,
    async: 85.5,
    maximum: 5,
  },
  'member-apart': { kind: 'member-apart', member: 'get', sync: 100, async: null, maximum: 5 },
  'tests-apart': { kind: 'tests-apart', area: null, sync: 16, async: 0, minimum: 0.8 },
};

describe('the id of a finding', () => {
  test('names the pair, the check, the member and the side, and no line', () => {
    assert.deepEqual(findingIds('Store', [finding(), finding({ side: 'sync', line: 9 })]), [
      'Store/parameter-name/get/async',
      'Store/parameter-name/get/sync',
    ]);
    assert.deepEqual(findingIds('Store', [finding({ line: 80 })]), findingIds('Store', [finding()]));
  });

  test('tells two findings of one check in one member apart', () => {
    const ids = findingIds('Store', [finding(), finding({ message: 'another' })]);
    assert.equal(new Set(ids).size, 2);
  });

  test('is not mistaken for another where names have slashes', () => {
    const [one] = findingIds('a/b', [finding({ check: 'c' })]);
    const [other] = findingIds('a', [finding({ check: 'b/c' })]);
    assert.notEqual(one, other);
  });
});

describe('a new record', () => {
  test('parts what stands from what is allowed', () => {
    const allowed = finding({ member: 'close', allowed: { reason: 'until 2.0', expires: '2026-06-01' } });
    const [pair] = newRecord('report', AT, check([finding(), allowed]), null).pairs;
    assert.deepEqual(
      pair?.findings.map(({ member }) => member),
      ['get'],
    );
    assert.deepEqual(pair?.allowed, [
      {
        id: 'Store/parameter-name/close/async',
        check: 'parameter-name',
        member: 'close',
        side: 'async',
        reason: 'until 2.0',
        expires: '2026-06-01',
      },
    ]);
  });

  test('is not in step when the tests fall short, and says why in words with a remedy', () => {
    const shortfalls = Object.values(SHORTFALLS);
    const [tests] = sampleMeasurement.report.pairs;
    assert.ok(tests);
    const measurement = {
      ...sampleMeasurement,
      report: { ...sampleMeasurement.report, ok: false, pairs: [{ ...tests, shortfalls }] },
    };
    assert.deepEqual(v.parse(testMeasurementSchema, measurement), measurement);
    const record = newRecord('report', AT, check([]), measurement);
    assert.equal(record.ok, false);
    assert.deepEqual(v.parse(historySchema, JSON.parse(JSON.stringify(record))), record);
    const words = record.pairs[0]?.tests?.shortfalls ?? [];
    assert.deepEqual(words.map(({ kind }) => kind).toSorted(), SHORTFALL_KINDS.toSorted());
    for (const { message } of words) {
      assert.match(message, /\.$/);
      assert.doesNotMatch(message, /undefined|null|NaN/);
    }
    assert.deepEqual(
      words
        .filter(({ kind }) => kind === 'coverage-apart' || kind === 'test-failed')
        .map(({ message }) => message),
      [
        "'reads a key' (test/reading.test.ts) passes on the sync side and fails on the async side. Make the async side behave alike.",
        "Reading: the sides' coverage of branches is 10.5 points apart (sync 96 %, async 85.5 %); at most 5 are allowed. Add tests to the async side.",
      ],
    );
  });

  test('has no tests for a pair that was not measured', () => {
    const record = newRecord('audit', AT, check([]), {
      ...sampleMeasurement,
      report: { ...sampleMeasurement.report, pairs: [] },
    });
    assert.equal(record.pairs[0]?.tests, null);
  });
});
