import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BAD_SIDES, type Call, COMPARED } from './bad-sides.ts';
import { project } from './project.ts';
import { runCli } from './run-cli.ts';
import { allowing, DRIFTED, IN_STEP } from './store-files.ts';

/**
 * Each call of the real command line with its output and exit status, as a file of its own below `snapshots/`.
 * `UPDATE_SNAPSHOTS=1` writes them anew.
 */
const CALLS: Readonly<Record<string, Call>> = {
  'in-step': [IN_STEP, 'check'],
  'drift-text': [DRIFTED, 'check'],
  'drift-json': [DRIFTED, 'check', '--format', 'json'],
  'drift-github': [DRIFTED, 'check', '--format', 'github'],
  'drift-junit': [DRIFTED, 'check', '--format', 'junit'],
  'drift-markdown': [DRIFTED, 'check', '--format', 'markdown'],
  'drift-to-file': [DRIFTED, 'check', '--output', 'report.txt'],
  'flags-in-step': [
    IN_STEP,
    'check',
    '--sync',
    './src/store.ts#Store',
    '--async',
    './src/async-store.ts#AsyncStore',
  ],
  'flags-drift': [
    DRIFTED,
    'check',
    '--sync',
    './src/store.ts#Store',
    '--async',
    './src/async-store.ts#AsyncStore',
  ],
  allowed: [{ ...DRIFTED, 'lockstep.config.ts': allowing("reason: 'until 2.0'") }, 'check'],
  'allowed-json': [
    { ...DRIFTED, 'lockstep.config.ts': allowing("reason: 'until 2.0'") },
    'check',
    '--format',
    'json',
  ],
  'allowed-without-reason': [{ ...DRIFTED, 'lockstep.config.ts': allowing("reason: ''") }, 'check'],
  'allowed-but-expired': [
    { ...DRIFTED, 'lockstep.config.ts': allowing("reason: 'soon', expires: '2020-01-01'") },
    'check',
  ],
  'allowed-but-stale': [{ ...IN_STEP, 'lockstep.config.ts': allowing("reason: 'until 2.0'") }, 'check'],
  'update-baseline': [DRIFTED, 'check', '--update-baseline'],
  'wrong-flag': [IN_STEP, 'check', '--fromat', 'json'],
  'wrong-format': [IN_STEP, 'check', '--format', 'jsn'],
  'wrong-command': [IN_STEP, 'chek'],
  'wrong-pair': [IN_STEP, 'check', '--pair', 'Stor'],
  'wrong-argument': [IN_STEP, 'check', 'src'],
  'wrong-config-key': [{ ...IN_STEP, 'lockstep.config.ts': 'export default { pair: [] };\n' }, 'check'],
  'wrong-config-syntax': [{ ...IN_STEP, 'lockstep.config.ts': 'export default {\n' }, 'check'],
  'wrong-config-file': [IN_STEP, 'check', '--config', 'nope.ts'],
  'wrong-baseline': [{ ...IN_STEP, 'lockstep.baseline.json': '{ "version": 1' }, 'check'],
  'one-side-only': [IN_STEP, 'check', '--sync', './src/store.ts#Store'],
  'update-baseline-and-watch': [IN_STEP, 'check', '--watch', '--update-baseline'],
  'update-baseline-with-flags': [
    IN_STEP,
    'check',
    '--update-baseline',
    '--sync',
    './src/store.ts#Store',
    '--async',
    './src/async-store.ts#AsyncStore',
  ],
  'no-pair': [{ ...IN_STEP, 'lockstep.config.ts': 'export default { pairs: [] };\n' }, 'check'],
  'explain-unknown': [IN_STEP, 'explain', 'missing-membr'],
  'help-check': [IN_STEP, 'check', '--help'],
  'no-command': [IN_STEP],
  'wrong-tsconfig': [{ ...IN_STEP, 'tsconfig.json': '{ "compilerOptions": {' }, 'check'],
  'output-that-is-a-folder': [DRIFTED, 'check', '--output', 'src'],
  'output-below-a-file': [DRIFTED, 'check', '--output', 'src/store.ts/report.txt'],
  'two-formats': [DRIFTED, 'check', '--format', 'json', '--format', 'text'],
  ...BAD_SIDES,
};

const FOLDER = join(import.meta.dirname, 'snapshots');
const UPDATE = process.env.UPDATE_SNAPSHOTS === '1';

const quoted = (argument: string): string => (/^[\w./-]+$/.test(argument) ? argument : `'${argument}'`);

for (const [name, [files, ...args]] of Object.entries(CALLS)) {
  test(`${name}: lockstep ${args.join(' ')}`, (t) => {
    const { cwd } = project(t, files);
    const { stdout, stderr, status } = runCli(cwd, args);
    assert.doesNotMatch(stderr, /^ +at .*:\d+:\d+\)?$/m, 'a stack trace');
    const called = ['lockstep', ...args.map(quoted)].join(' ');
    const actual = `$ ${called}\n${stdout}--- stderr\n${stderr}--- exit status ${status}\n`;
    const file = join(FOLDER, `${name}.txt`);
    if (UPDATE) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, actual);
    }
    assert.ok(existsSync(file), `There is no ${file}: run with UPDATE_SNAPSHOTS=1`);
    assert.equal(actual, readFileSync(file, 'utf8'));
  });
}

/** What a snapshot holds behind the line of the call. */
const saidIn = (name: string): string =>
  readFileSync(join(FOLDER, `${name}.txt`), 'utf8').replace(/^\$ .*\n/, '');

for (const name of Object.keys(BAD_SIDES).filter((each) => !each.endsWith('-by-config'))) {
  test(`${name} is said in one sentence, and the same by flags and by a config`, () => {
    const said = saidIn(name);
    assert.equal(saidIn(`${name}-by-config`), said);
    if (COMPARED.has(name)) assert.match(said, /--- exit status [01]\n$/);
    else
      assert.match(
        said,
        /^--- stderr\nlockstep: .*\.\n--- exit status 2\n$|^--- stderr\nlockstep: .*\?\n--- exit status 2\n$/,
      );
  });
}

test('no snapshot is left of a call that is gone', () => {
  const expected = Object.keys(CALLS).map((name) => `${name}.txt`);
  assert.deepEqual(readdirSync(FOLDER).toSorted(), expected.toSorted());
});
