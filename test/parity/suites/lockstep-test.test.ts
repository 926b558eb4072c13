import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestMeasurement } from '../../../parity/test-measurement.ts';
import { project } from '../cli/project.ts';
import { runCli } from '../cli/run-cli.ts';
import { type StoreChange, storeProject } from './store-project.ts';

const rows: readonly {
  readonly name: string;
  readonly change: StoreChange;
  /** The kinds of shortfall. */
  readonly kinds: readonly string[];
  readonly says: RegExp;
}[] = [
  {
    name: 'a_test_that_fails_on_one_side',
    change: { tests: "test('sync', () => { new Store(); assert.equal(id, 'sync'); });" },
    kinds: ['test-failed'],
    says: /'adding > sync' \(test\/shared\/adding-errors\.test\.ts\) passes on the sync side and fails on the async side/,
  },
  {
    name: 'a_test_that_one_side_lacks',
    change: { tests: "if (id === 'sync') test('lone', () => { new Store(); });" },
    kinds: ['one-sided-test'],
    says: /'adding > lone' .* ran on the sync side only/,
  },
  {
    name: 'sides_that_answer_differently',
    change: { tests: "test('tells', ({ observe }) => { new Store(); observe('its id', id); });" },
    kinds: ['answers-apart'],
    says: /sees different sides: the answer of 'its id' \(sync answered "sync"; async answered "async"\)/,
  },
  {
    name: 'a_branch_and_a_member_that_one_side_alone_runs',
    change: {
      async: (source) =>
        source.replace(
          'const sum',
          "if (key === 'x') {\n      this.items.clear();\n    }\n    if (key === 'y') {\n      this.items.clear();\n    }\n    const sum",
        ),
    },
    kinds: ['coverage-low', 'coverage-apart', 'member-apart'],
    says: /'add' is not covered alike/,
  },
  {
    name: 'an_area_whose_sources_one_side_alone_covers',
    change: {
      async: (source) =>
        source.replace('const sum', "if (key === 'x') {\n      this.items.clear();\n    }\n    const sum"),
      config:
        "thresholds: { coverage: 10 }, areas: [{ title: 'Adding', files: ['adding'], sources: ['store.ts'] }],",
    },
    kinds: ['coverage-apart'],
    says: /of Adding +100\.0 % +\d[\s\S]*Adding: the sides' coverage of branches is/,
  },
  {
    name: 'areas_that_hold_nothing',
    change: {
      config:
        "areas: [{ title: 'Gone', files: ['gone'] }, { title: 'Adding', files: ['adding'], sources: ['nowhere'] }],",
    },
    kinds: ['area-empty'],
    says: /No test belongs to the feature area 'Gone'[\s\S]*No measured source belongs to the feature area 'Adding'/,
  },
  {
    name: 'too_many_tests_for_one_side',
    change: {
      tests:
        "for (const n of [1, 2, 3]) test.asyncOnly('extra ' + n, 'it needs an event loop', () => { new Store(); });",
      config: "areas: [{ title: 'Errors', files: ['errors'] }],",
    },
    kinds: ['tests-apart', 'tests-apart'],
    says: /Errors\s+0\s+3\s+2\s+60\.0 %[\s\S]*Errors: 2 on the sync side and 5 on the async side/,
  },
  {
    name: 'a_suite_that_hangs',
    change: {
      tests: "if (id === 'async') test('waits for ever', () => { new Store(); for (;;); });",
      config: 'testTimeoutMs: 6000,',
    },
    kinds: ['suite-hung'],
    says: /'test\/shared\/adding-errors\.test\.ts > waits for ever\[async\]' did not end on the async side within 6000 ms/,
  },
  {
    name: 'a_test_that_ends_its_process',
    change: {
      tests:
        "test('leaves', async () => { await new Store().add('a', 1); process.exit(0); }); test('never runs', () => { new Store(); });",
    },
    kinds: ['test-cut-off'],
    says: /'leaves\[sync\]' \(test\/shared\/adding-errors\.test\.ts\) began on the sync side and did not end/,
  },
  {
    name: 'a_file_that_ends_its_process',
    change: { files: { 'test/shared/leaving.test.ts': 'process.exit(0);\n' } },
    kinds: ['file-without-tests'],
    says: /No test of 'test\/shared\/leaving\.test\.ts' counts\./,
  },
  {
    name: 'a_shared_file_whose_tests_bypass_the_harness',
    change: {
      files: {
        'test/shared/plain.test.ts':
          "import { test } from 'node:test';\nimport { Store } from '../../src/store.ts';\ntest('plain', () => { new Store().get('a'); });\n",
      },
    },
    kinds: ['file-without-tests'],
    says: /Declare its tests by forEachSide/,
  },
  {
    name: 'a_side_that_cannot_be_loaded',
    change: { async: (source) => `throw new Error('no database');\n${source}` },
    kinds: ['side-not-loaded'],
    says: /The async side cannot be loaded: no database/,
  },
  {
    name: 'nothing_that_is_measured',
    change: { config: '', files: { 'test/shared/adding-errors.test.ts': "import 'node:test';\n" } },
    kinds: ['nothing-measured'],
    says: /No test was measured on the sync side/,
  },
];

describe('TestLockstepTest', () => {
  test('test_sides_that_are_tested_equally', (context) => {
    const { cwd, read } = project(context, storeProject());
    const { stdout, status, stderr } = runCli(cwd, ['test']);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /Feature area +Store +AsyncStore +Shared +Gap\n/);
    assert.match(stdout, /Error handling +0 +0 +2 +0\.0 %/);
    assert.match(stdout, /Coverage of branches +100(\.0)? % +100(\.0)? %/);
    assert.match(stdout, /Lines are shown beside/);
    const { report }: TestMeasurement = JSON.parse(read('.lockstep/tests.json'));
    const member = { called: true, branches: { total: 3, covered: 3 } };
    assert.deepEqual(
      report.pairs[0]?.members.map((each) => each.member),
      ['get', 'add'],
    );
    assert.equal(report.pairs[0]?.members[1]?.sync?.called, member.called);
    assert.equal(read('.lockstep/history.jsonl').trim().split('\n').length, 1);
  });

  test('test_a_test_that_waits_for_nothing_fails_and_is_not_said_to_have_ended_its_process', (context) => {
    const tests = "test('waits for nothing', async () => { new Store(); await new Promise(() => {}); });";
    const { cwd, read } = project(context, storeProject({ tests, config: 'testTimeoutMs: 6000,' }));
    const { status, stdout } = runCli(cwd, ['test', '--no-record']);
    assert.equal(status, 1, stdout);
    const { report }: TestMeasurement = JSON.parse(read('.lockstep/tests.json'));
    const kinds = report.pairs[0]?.shortfalls.map(({ kind }) => kind) ?? [];
    // The runner of Node.js 20 and 22 sees that nothing can end it; that of 24 waits until it is ended.
    assert.ok(kinds.includes('test-failed') || kinds.includes('suite-hung'), kinds.join());
    assert.ok(!kinds.includes('test-cut-off'), kinds.join());
  });

  for (const { name, change, kinds, says } of rows) {
    test(`test_${name}`, (context) => {
      const { cwd, read } = project(context, storeProject(change));
      const { stdout, stderr, status } = runCli(cwd, ['test', '--no-record']);
      assert.equal(status, 1, stdout + stderr);
      assert.match(stdout, says);
      const { report }: TestMeasurement = JSON.parse(read('.lockstep/tests.json'));
      const found = new Set(report.pairs[0]?.shortfalls.map(({ kind }) => kind));
      for (const kind of kinds) assert.ok(found.has(kind as never), `${kind} is in ${[...found].join(', ')}`);
    });
  }

  test('test_wrong_calls', (context) => {
    const { cwd, write } = project(context, storeProject());
    const config = storeProject()['lockstep.config.ts'] ?? '';
    for (const [given, says] of [
      [config.replace(/suites: .*/, ''), /has no 'suites', so that nothing would be tested/],
      [config.replace("['test/shared']", "['test/shard']"), /'test\/shard' of 'suites' do not exist/],
      [
        config.replace("pair: 'Store'", "pair: 'Stor'"),
        /name the pair 'Stor', which there is not\. Did you mean 'Store'/,
      ],
      [
        config.replace('suites:', "thresholds: { coverage: '85' as never },\n  suites:"),
        /'thresholds\.coverage' in lockstep\.config\.ts is '85'\. Change it to a number from 0 to 100/,
      ],
      [config.replace('suites:', 'thresholds: { testRatio: NaN },\n  suites:'), /a number from 0 to 1/],
    ] as const) {
      write('lockstep.config.ts', given);
      const { stderr, status } = runCli(cwd, ['test']);
      assert.equal(status, 2, stderr);
      assert.match(stderr, says);
    }
  });
});
