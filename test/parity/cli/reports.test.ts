import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { CHECK_IDS } from '../../../parity/checks/checks.ts';
import { COMMENT_MARKER } from '../../../parity/render/markdown.ts';
import { project } from './project.ts';
import { runCli } from './run-cli.ts';
import { DRIFTED, IN_STEP } from './store-files.ts';

test('SARIF of the command line has a rule with its page for each check', (t) => {
  const { cwd } = project(t, DRIFTED);
  const { stdout, status } = runCli(cwd, ['check', '--format', 'sarif']);
  assert.equal(status, 1);
  const [run] = JSON.parse(stdout).runs;
  const rules: readonly { readonly id: string; readonly help: { readonly text: string } }[] =
    run.tool.driver.rules;
  assert.deepEqual(
    rules.slice(0, CHECK_IDS.length).map(({ id }) => id),
    CHECK_IDS,
  );
  for (const { id, help } of rules) assert.ok(help.text.startsWith(`# ${id}\n`), id);
  for (const { ruleId, ruleIndex } of run.results) assert.equal(rules[ruleIndex]?.id, ruleId);
});

test('on GitHub the whole report goes to the summary of the step as well', (t) => {
  const { cwd, read } = project(t, { ...DRIFTED, 'summary.md': 'before\n' });
  const { status } = runCli(cwd, ['check', '--format', 'github'], {
    GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
  });
  assert.equal(status, 1);
  assert.ok(read('summary.md').startsWith(`before\n${COMMENT_MARKER}\n## Lockstep: drift\n`));
});

test('a file gets the same bytes as the output, and never colour', (t) => {
  const { cwd, read } = project(t, DRIFTED);
  const { stdout } = runCli(cwd, ['check']);
  runCli(cwd, ['check', '--output', 'out/report.txt'], { FORCE_COLOR: '1' });
  assert.equal(read('out/report.txt'), stdout);
});

test('a pipe of a build server gets no colour', (t) => {
  const { cwd } = project(t, DRIFTED);
  assert.ok(!runCli(cwd, ['check'], { CI: 'true' }).stdout.includes('\u001b['));
});

test('colour comes with FORCE_COLOR and goes with --no-color', (t) => {
  const { cwd } = project(t, DRIFTED);
  assert.ok(runCli(cwd, ['check'], { FORCE_COLOR: '1' }).stdout.includes('\u001b['));
  assert.ok(!runCli(cwd, ['check', '--no-color'], { FORCE_COLOR: '1' }).stdout.includes('\u001b['));
});

test('a baseline fails until each entry has a reason, and then passes', (t) => {
  const { cwd, read, write } = project(t, DRIFTED);
  assert.equal(runCli(cwd, ['check', '--update-baseline']).status, 1);
  assert.equal(runCli(cwd, ['check']).status, 1);
  const explained = read('lockstep.baseline.json').replaceAll('"reason": ""', '"reason": "until 2.0"');
  write('lockstep.baseline.json', explained);
  assert.equal(runCli(cwd, ['check']).status, 0);
  assert.equal(runCli(cwd, ['check', '--update-baseline']).status, 0);
  assert.equal(read('lockstep.baseline.json'), explained);
  write('src/store.ts', IN_STEP['src/store.ts'] ?? '');
  const stale = runCli(cwd, ['check']);
  assert.equal(stale.status, 1);
  assert.match(stale.stdout, /^lockstep\.baseline\.json:4:5 - error lockstep\(stale-exemption\)/m);
  assert.equal(runCli(cwd, ['check', '--update-baseline']).status, 0);
  assert.deepEqual(JSON.parse(read('lockstep.baseline.json')).allow, []);
});

test('from a folder below, the config above is found and files are shown from there', (t) => {
  const { cwd } = project(t, DRIFTED);
  const { stdout, status } = runCli(join(cwd, 'src'), ['check']);
  assert.equal(status, 1);
  assert.match(stdout, /^async-store\.ts:2:9 - error lockstep\(parameter-name\)/m);
});

test('LOCKSTEP_DEBUG=1 adds the stack trace to the sentence', (t) => {
  const { cwd } = project(t, IN_STEP);
  const args = ['check', '--pair', 'nope'];
  const plain = runCli(cwd, args).stderr;
  const { stderr, status } = runCli(cwd, args, { LOCKSTEP_DEBUG: '1' });
  assert.equal(status, 2);
  assert.ok(stderr.startsWith(plain));
  assert.match(stderr, /\n {4}at /);
});

for (const id of ['missing-member', 'stale-exemption']) {
  test(`explain ${id} prints its page`, (t) => {
    const { cwd } = project(t, {});
    const { stdout, status } = runCli(cwd, ['explain', id]);
    assert.equal(status, 0);
    assert.ok(stdout.startsWith(`# ${id}\n`));
  });
}

test('explain lists every check, one a line', (t) => {
  const { cwd } = project(t, {});
  const ids = runCli(cwd, ['explain'])
    .stdout.trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  for (const id of CHECK_IDS) assert.ok(ids.includes(id), id);
  assert.deepEqual(ids, ids.toSorted());
});
