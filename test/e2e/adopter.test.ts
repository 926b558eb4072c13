import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { installPackage, packPackage } from './install-package.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lockstep-adopter-')));
const cwd = join(folder, 'project');

const read = (file: string): string => readFileSync(join(cwd, file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(join(cwd, file), text);

/** The environment of a user's terminal: nothing of the test runner that runs this. */
const { NODE_TEST_CONTEXT, NODE_OPTIONS, GITHUB_STEP_SUMMARY, ...env } = process.env;
const user = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' };
const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' };

const lockstep = (...args: readonly string[]) => {
  const command = join(cwd, 'node_modules', '.bin', 'lockstep');
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { text: stdout + stderr, status };
};

const commit = (message: string): void => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd, stdio: 'pipe', env: { ...env, ...user, ...committer } });
  if (!existsSync(join(cwd, '.git'))) git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '-m', message);
};

// The steps of a new user, in their order: each goes on where the one before it ended.
describe('TestAdopter', () => {
  before(async () => {
    cpSync(join(import.meta.dirname, 'adopter'), cwd, { recursive: true });
    installPackage(cwd, await packPackage(folder));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('test_1_init_finds_the_pair', () => {
    const { text, status } = lockstep('init');
    assert.equal(status, 0, text);
    assert.match(text, /Mailbox: \.\/src\/mailbox\.ts#Mailbox \| \.\/src\/async-mailbox\.ts#AsyncMailbox/);
    assert.ok(existsSync(join(cwd, '.github/workflows/pr-checks.yml')));
  });

  test('test_2_check_names_the_line_that_drifted_until_it_is_mended', () => {
    const drifted = lockstep('check');
    assert.equal(drifted.status, 1, drifted.text);
    assert.match(drifted.text, /src\/async-mailbox\.ts:12:\d+.*read/);
    const mended = read('src/async-mailbox.ts')
      .replace('read(to: string)', 'read(to: string, limit = 10)')
      .replace('slice(0, 10)', 'slice(0, limit)');
    write('src/async-mailbox.ts', mended);
    const { status, text } = lockstep('check');
    assert.equal(status, 0, text);
  });

  test('test_3_test_measures_both_sides', () => {
    assert.match(read('lockstep.config.ts'), /\{ pair: 'Mailbox', shared: \['test\/shared'\] \}/);
    commit('a mailbox in two colours');
    const { text, status } = lockstep('test');
    assert.equal(status, 0, text);
    assert.match(text, /3 tests passed on Mailbox, 3 on AsyncMailbox/);
    assert.match(text, /Coverage of branches +100\.0 % +100\.0 %/);
  });

  test('test_4_gate_refuses_a_change_to_the_sync_side_alone', () => {
    execFileSync('git', ['switch', '--quiet', '--create', 'change'], { cwd });
    write('src/mailbox.ts', read('src/mailbox.ts').replace('limit = 10', 'limit = 20'));
    commit('more letters');
    const refused = lockstep('gate', '--base', 'main');
    assert.equal(refused.status, 1, refused.text);
    assert.match(refused.text, /changed:\s+src\/mailbox\.ts\s+unchanged:\s+src\/async-mailbox\.ts/);
    assert.equal(lockstep('check').status, 1);
    write('src/async-mailbox.ts', read('src/async-mailbox.ts').replace('limit = 10', 'limit = 20'));
    commit('more letters, asynchronously');
    const { text, status } = lockstep('gate', '--base', 'main');
    assert.equal(status, 0, text);
  });

  test('test_5_report_audit_and_dashboard_show_where_the_pair_stands', () => {
    const report = lockstep('report');
    assert.equal(report.status, 0, report.text);
    assert.match(report.text, /AsyncMailbox/);
    const audit = lockstep('audit');
    assert.equal(audit.status, 0, audit.text);
    const dashboard = lockstep('dashboard');
    assert.equal(dashboard.status, 0, dashboard.text);
    assert.match(read('.lockstep/dashboard.html'), /Mailbox/);
  });

  test('test_6_any_workflow_runs_on_either_runtime', () => {
    const text = execFileSync(process.execPath, ['src/workflow.mjs'], { cwd, env, encoding: 'utf8' });
    assert.equal(text, '{"sum":{"result":42}} agrees, InvalidOptionError\n');
  });
});
