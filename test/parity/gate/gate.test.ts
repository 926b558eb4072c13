import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { renderGate } from '../../../parity/gate/render-gate.ts';
import { type GateCall, runGate } from '../../../parity/gate/run-gate.ts';
import { WrongCall } from '../../../parity/wrong-call.ts';
import { type Repository, repository, repositoryIn, temporaryFolder } from './repository.ts';

const gate = (cwd: string, call: Partial<GateCall> = {}) =>
  runGate({ cwd, base: 'main', requireTests: false, today: '2026-01-31', ...call });

/** The kinds of refusal of a change, and whether the gate lets it pass. */
const verdict = async (cwd: string, call: Partial<GateCall> = {}) => {
  const { ok, refusals } = await gate(cwd, call);
  return [ok, ...refusals.map(({ kind }) => kind)];
};

const share = { total: 10, covered: 10 };
const side = {
  passed: 1,
  failed: 0,
  skipped: 0,
  coverage: { branches: share, lines: share, functions: share },
};

const measured = (made: Repository, commit: string, shortfalls: readonly object[]): void => {
  const pair = {
    name: 'Store',
    sync: 's',
    async: 'a',
    sides: { sync: side, async: side },
    areas: [],
    members: [],
  };
  const thresholds = { coverage: 85, difference: 5, testRatio: 0.8 };
  const report = { version: 1, ok: false, thresholds, pairs: [{ ...pair, shortfalls }] };
  const at = { version: 1, date: '2026-01-31T08:00:00.000Z', commit, branch: 'change' };
  made.write('.lockstep/tests.json', JSON.stringify({ ...at, report }));
};

const oneSidedTest = {
  kind: 'one-sided-test',
  ranOn: 'sync',
  test: 'it',
  area: 'Other',
  file: 'test/it.test.ts',
};
const low = { kind: 'coverage-low', side: 'sync', metric: 'branches', percent: 80, minimum: 85 };

describe('TestGate', () => {
  test('test_a_change_of_the_sync_side_alone_is_refused_with_its_files', async (context) => {
    const made = repository(context);
    made.write('src/store.ts', 'changed');
    made.commit('sync only');
    const report = await gate(made.cwd);
    assert.equal(report.ok, false);
    const text = renderGate(report);
    assert.match(text, /Store: the sync side changed and the async side did not/);
    assert.match(text, /changed:\s+src\/store\.ts\s+unchanged:\s+src\/async-store\.ts/);
    assert.match(text, /'Parity-Exempt: <reason>'/);
    assert.match(text, /exempt: \[\{ pair/);
  });

  test('test_changes_of_both_sides_or_the_async_side_or_neither_pass', async (context) => {
    const made = repository(context);
    made.write('README.md', 'text');
    made.commit('neither');
    assert.equal(renderGate(await gate(made.cwd)), 'No pair is touched since main.\n');
    made.write('src/async-store.ts', 'changed');
    made.commit('async only');
    assert.match(renderGate(await gate(made.cwd)), /Store: the async side changed alone, which is allowed/);
    made.write('src/store.ts', 'changed');
    made.commit('both');
    assert.equal(renderGate(await gate(made.cwd)), 'In step since main: Store.\n');
  });

  test('test_a_rename_alone_passes_and_one_with_an_edit_does_not', async (context) => {
    const made = repository(context);
    made.move('src/store.ts', 'src/shop.ts');
    made.commit('rename');
    assert.deepEqual(await verdict(made.cwd), [true]);
    made.write('src/shop.ts', `${'x\n'.repeat(2)}`);
    made.commit('rewrite');
    assert.deepEqual(await verdict(made.cwd), [false, 'sync-side-only']);
  });

  test('test_a_deleted_sync_side_is_a_change', async (context) => {
    const made = repository(context);
    made.git('rm', '--quiet', 'src/store.ts');
    made.commit('delete');
    assert.deepEqual(await verdict(made.cwd), [false, 'sync-side-only']);
  });

  test('test_what_others_did_on_the_base_is_no_part_of_the_change', async (context) => {
    const made = repository(context);
    made.write('README.md', 'mine');
    made.commit('mine');
    made.git('switch', '--quiet', 'main');
    made.write('src/store.ts', 'theirs');
    made.commit('theirs');
    made.git('switch', '--quiet', 'change');
    assert.deepEqual(await verdict(made.cwd), [true]);
    made.git('merge', '--quiet', '--no-edit', 'main');
    assert.deepEqual(await verdict(made.cwd), [true]);
    made.write('src/store.ts', 'mine');
    made.commit('mine again');
    assert.deepEqual(await verdict(made.cwd), [false, 'sync-side-only']);
  });

  test('test_a_trailer_with_a_reason_accepts_and_is_named', async (context) => {
    const made = repository(context);
    made.write('src/store.ts', 'changed');
    made.commit('sync only\n\nParity-Exempt:');
    assert.deepEqual(await verdict(made.cwd), [false, 'sync-side-only']);
    made.commit('why\n\nParity-Exempt: a comment only');
    const report = await gate(made.cwd);
    assert.deepEqual([report.ok, report.exempted], [true, ['a comment only']]);
    assert.match(renderGate(report), /Accepted: a comment only/);
  });

  test('test_an_exemption_in_the_config_holds_until_its_day', async (context) => {
    const exempt = [{ pair: 'Store', reason: 'being rewritten', expires: '2026-01-31' }];
    const made = repository(context, { exempt });
    made.write('src/store.ts', 'changed');
    made.commit('sync only');
    assert.deepEqual(await verdict(made.cwd), [true, 'sync-side-only']);
    assert.deepEqual(await verdict(made.cwd, { today: '2026-02-01' }), [false, 'sync-side-only']);
  });

  test('test_folders_that_the_config_gives_to_a_side', async (context) => {
    const suites = [
      { pair: 'Store', shared: ['test'], sources: { sync: ['src/sync'], async: ['src/async-store.ts'] } },
    ];
    const made = repository(context, { suites });
    made.write('src/sync/driver.ts', 'new');
    made.write('src/synchrony.ts', 'no part of the folder');
    made.commit('driver');
    const [refusal] = (await gate(made.cwd)).refusals;
    assert.deepEqual(refusal?.kind === 'sync-side-only' && refusal.changed, ['src/sync/driver.ts']);
  });

  test('test_what_is_staged', async (context) => {
    const made = repository(context);
    made.write('src/store.ts', 'changed');
    assert.deepEqual(await verdict(made.cwd, { base: null }), [true]);
    made.git('add', '--all');
    assert.deepEqual(await verdict(made.cwd, { base: null }), [false, 'sync-side-only']);
  });

  test('test_a_shared_test_of_this_change_that_runs_on_one_side', async (context) => {
    const made = repository(context);
    made.write('test/it.test.ts', 'test');
    const commit = made.commit('test');
    measured(made, commit, [oneSidedTest, { ...oneSidedTest, file: 'test/old.test.ts' }]);
    const report = await gate(made.cwd);
    assert.deepEqual(
      report.refusals.map((each) => each.kind === 'one-sided-test' && each.file),
      ['test/it.test.ts'],
    );
    assert.match(renderGate(report), /'it' runs on the sync side only/);
  });

  test('test_a_threshold_that_this_change_crosses', async (context) => {
    const made = repository(context);
    const commit = made.commit('less tests');
    measured(made, commit, [low]);
    assert.deepEqual(await verdict(made.cwd), [false, 'threshold-crossed']);
    // It was as low before: the change did not cross it.
    const text =
      "The tests cover 70 % of the sync side's branches; at least 85 % are needed. Add shared tests.";
    const at = { date: '2026-01-30T08:00:00.000Z', commit: made.git('rev-parse', 'main'), branch: 'main' };
    const record = {
      ...at,
      version: 1,
      kind: 'report',
      ok: false,
      testsMeasured: at,
      pairs: [
        {
          name: 'Store',
          sync: 's',
          async: 'a',
          members: { compared: 1, promisified: 1, same: 0, oneSided: 0 },
          findings: [],
          allowed: [],
          tests: {
            ok: false,
            thresholds: { coverage: 85, difference: 5, testRatio: 0.8 },
            coverage: { sync: side.coverage, async: side.coverage },
            passed: { sync: 1, async: 1 },
            failed: { sync: 0, async: 0 },
            areas: [],
            shortfalls: [{ kind: 'coverage-low', message: text }],
          },
        },
      ],
    };
    made.write('.lockstep/history.jsonl', `${JSON.stringify(record)}\n`);
    assert.deepEqual(await verdict(made.cwd), [true]);
  });

  test('test_a_measurement_of_another_commit_says_nothing', async (context) => {
    const made = repository(context);
    measured(made, made.git('rev-parse', 'HEAD'), [low]);
    made.commit('later');
    assert.deepEqual(await verdict(made.cwd), [true]);
    await assert.rejects(
      gate(made.cwd, { requireTests: true }),
      /were not measured at .* Run 'lockstep test' first/,
    );
  });

  test('test_a_folder_without_a_repository_is_refused_as_that', async (context) => {
    const cwd = temporaryFolder(context);
    writeFileSync(join(cwd, 'lockstep.config.json'), '{ "pairs": [] }');
    await assert.rejects(gate(cwd), /This folder is in no Git work tree/);
  });

  test('test_a_base_that_is_not_there_is_refused', async (context) => {
    const made = repository(context);
    await assert.rejects(gate(made.cwd, { base: 'nope' }), /'nope' is no commit here. Fetch it/);
    await assert.rejects(gate(made.cwd, { base: '--output=x' }), WrongCall);
    made.git('switch', '--quiet', '--orphan', 'other');
    made.write('lockstep.config.json', '{ "pairs": [] }');
    made.commit('orphan');
    await assert.rejects(gate(made.cwd), /no commit in common/);
  });

  test('test_a_shallow_clone_says_how_to_deepen_it', async (context) => {
    const made = repository(context);
    made.write('src/store.ts', 'changed');
    made.commit('sync only');
    made.git('switch', '--quiet', 'main');
    made.commit('on main');
    const cwd = temporaryFolder(context);
    const url = pathToFileURL(made.cwd).href;
    made.git('clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=change', url, cwd);
    const clone = repositoryIn(cwd);
    await assert.rejects(
      gate(cwd, { base: 'origin/main' }),
      /shallow\. Run 'git fetch --unshallow'.*fetch-depth: 0/,
    );
    await assert.rejects(gate(cwd, { base: 'HEAD~5' }), /not in this clone, which is shallow/);
    clone.git('fetch', '--quiet', '--unshallow');
    assert.deepEqual(await verdict(cwd, { base: 'origin/main' }), [false, 'sync-side-only']);
  });

  test('test_a_folder_without_git_is_refused', async (context) => {
    const made = repositoryIn(temporaryFolder(context));
    made.write('lockstep.config.json', '{ "pairs": [] }');
    await assert.rejects(gate(made.cwd), WrongCall);
  });
});
