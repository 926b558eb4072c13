import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HISTORY_FILE } from '../../../parity/history-file.ts';
import { parseHistory } from '../../../parity/history-read.ts';
import { TEST_MEASUREMENT_FILE, type TestMeasurement } from '../../../parity/test-measurement.ts';
import { sampleMeasurement } from '../test-measurement-sample.ts';
import { type Files, project } from './project.ts';
import { runCli } from './run-cli.ts';
import { DRIFTED, IN_STEP } from './store-files.ts';

const measured = (files: Files, measurement: TestMeasurement = sampleMeasurement): Files => ({
  ...files,
  [TEST_MEASUREMENT_FILE]: JSON.stringify(measurement),
});

describe('lockstep report', () => {
  test('joins the check and the measured tests, and is recorded when asked', (context) => {
    const { cwd, read } = project(context, measured(IN_STEP));
    const { stdout, status } = runCli(cwd, ['report', '--record']);
    assert.equal(status, 0);
    assert.ok(stdout.includes('| Members compared | 2 | 2 | ✅ pass |\n'), stdout);
    assert.ok(stdout.includes('| Branch coverage | 96.0 % | 93.0 % | ✅ pass |\n'), stdout);
    assert.ok(stdout.includes('| Reading | 2 | 2 | 8 | 0.0 % |\n'), stdout);
    const { records, faults } = parseHistory(read(HISTORY_FILE));
    assert.deepEqual(faults, []);
    assert.deepEqual(
      records.map(({ kind, ok }) => [kind, ok]),
      [['report', true]],
    );
  });

  test('gives the findings and what to do next as JSON', (context) => {
    const { cwd, files } = project(context, DRIFTED);
    const { stdout, status } = runCli(cwd, ['report', '--format', 'json']);
    assert.equal(status, 0);
    const report = JSON.parse(stdout);
    assert.equal(report.ok, false);
    assert.ok(report.pairs[0].findings.length > 0);
    assert.match(report.nextSteps[0], /^Mend the .*: 'lockstep explain .*' says how\.$/);
    assert.ok(!(HISTORY_FILE in files()));
  });

  for (const [name, content, message] of [
    [
      'a torn',
      '{"version":1,',
      /^lockstep: \.lockstep\/tests\.json cannot be read: .* Run 'lockstep test' again/,
    ],
    [
      'an impossible',
      JSON.stringify(sampleMeasurement).replace('"covered":960', '"covered":2000'),
      /is no test measurement: 'report\.pairs\.0\.sides\.sync\.coverage\.branches': more covered than there is/,
    ],
  ] as const) {
    test(`refuses ${name} measurement`, (context) => {
      const { cwd } = project(context, { ...IN_STEP, [TEST_MEASUREMENT_FILE]: content });
      const { stderr, status } = runCli(cwd, ['report']);
      assert.match(stderr, message);
      assert.equal(status, 2);
    });
  }
});

describe('lockstep audit', () => {
  test('passes, is recorded, and looks back to itself the next time', (context) => {
    const { cwd, write } = project(context, measured(IN_STEP));
    const first = runCli(cwd, ['audit']);
    assert.equal(first.status, 0, first.stdout + first.stderr);
    assert.match(first.stdout, /This is the first audit on this branch\./);
    write('src/store.ts', DRIFTED['src/store.ts'] ?? '');
    const second = runCli(cwd, ['audit', '--no-record', '--format', 'json']);
    assert.equal(second.status, 1);
    const audit = JSON.parse(second.stdout);
    assert.notEqual(audit.previous, null);
    assert.deepEqual(audit.pairs[0].trends[0], {
      measure: 'Open findings',
      before: '0',
      now: String(audit.pairs[0].findings.length),
      direction: 'worse',
    });
  });

  test('fails when the tests were never measured', (context) => {
    const { cwd } = project(context, IN_STEP);
    const { stdout, status } = runCli(cwd, ['audit']);
    assert.equal(status, 1);
    assert.match(stdout, /\| Coverage Parity \| ❌ FAIL \| not measured: run 'lockstep test' \|/);
  });
});

describe('lockstep dashboard', () => {
  test('writes one file, and says which line of the history it skipped', (context) => {
    const { cwd, write, read } = project(context, measured(IN_STEP));
    runCli(cwd, ['report', '--record', '--output', 'report.md']);
    write(HISTORY_FILE, `not a record\n${read(HISTORY_FILE)}`);
    const { stdout, stderr, status } = runCli(cwd, ['dashboard']);
    assert.equal(status, 0);
    assert.equal(stdout, '');
    assert.match(stderr, /^\.lockstep\/history\.jsonl:1: skipped\. It is not JSON: /);
    assert.match(stderr, /In step\. Written to \.lockstep\/dashboard\.html\.\n$/);
    assert.match(read('.lockstep/dashboard.html'), /<h1>store<\/h1>/);
  });

  test('is a wrong call without a history', (context) => {
    const { cwd } = project(context, IN_STEP);
    const { stderr, status } = runCli(cwd, ['dashboard', '--output', '-']);
    assert.equal(status, 2);
    assert.equal(
      stderr,
      "lockstep: .lockstep/history.jsonl has no record. Run 'lockstep report --record' to write one.\n",
    );
  });
});
