import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { runTsc } from '../types/native-compiler.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Task {
  readonly label: string;
  readonly command: string;
  readonly problemMatcher: string | { readonly pattern: Readonly<Record<string, string | number>> };
}
const { tasks } = JSON.parse(readFileSync(join(ROOT, '.vscode', 'tasks.json'), 'utf8')) as {
  readonly tasks: readonly Task[];
};
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const taskOf = (label: string): Task => {
  const found = tasks.find((task) => task.label === label);
  assert.ok(found, `no task '${label}'`);
  return found;
};

/** What VS Code means by `$tsc`: https://github.com/microsoft/vscode/blob/main/extensions/typescript-language-features/package.json */
const TSC = /^([^\s].*)[(:](\d+)[,:](\d+)(?:\):\s+|\s+-\s+)(error|warning|info)\s+(TS\d+)\s*:\s*(.*)$/;

const folder = mkdtempSync(join(tmpdir(), 'lockstep-tasks-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  join(folder, 'tsconfig.json'),
  '{ "compilerOptions": { "strict": true, "types": [], "noEmit": true } }',
);
writeFileSync(
  join(folder, 'store.ts'),
  `export class Store { get(key: string): string { return key; } }
export class AsyncStore implements Pick<Store, 'get'> {
  async get(name: string): Promise<string> { return name; }
}
`,
);

describe('the tasks of the editor', () => {
  test('run scripts and files that are there', () => {
    for (const { command } of tasks) {
      const script = /^npm run --silent (\S+)/.exec(command)?.[1];
      if (script !== undefined) assert.ok(script in scripts, command);
      else assert.match(command, /^node --import tsx parity\/cli\.ts check$/);
    }
  });

  test('understand what the compiler prints', () => {
    for (const label of ['type gate', 'type gate: watch'])
      assert.match(String(taskOf(label).problemMatcher), /^\$tsc(-watch)?$/);
    const [line = ''] = runTsc(folder, '-p', '.', '--pretty', 'false').split('\n');
    assert.deepEqual(TSC.exec(line)?.slice(1, 6), ['store.ts', '3', '9', 'error', 'TS2416']);
  });

  test('understand what the check prints', () => {
    const { problemMatcher } = taskOf('lockstep check');
    assert.ok(typeof problemMatcher === 'object');
    const { pattern } = problemMatcher;
    const { stdout } = spawnSync(
      process.execPath,
      [
        ...['--import', import.meta.resolve('tsx'), join(ROOT, 'parity', 'cli.ts'), 'check'],
        ...['--sync', './store.ts#Store', '--async', './store.ts#AsyncStore'],
      ],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
    );
    const regexp = new RegExp(String(pattern.regexp));
    const [found] = stdout.split('\n').flatMap((line) => {
      const match = regexp.exec(line);
      return match === null ? [] : [match];
    });
    assert.ok(found, stdout);
    const part = (name: string): string | undefined => found[Number(pattern[name])];
    assert.deepEqual(['file', 'line', 'column', 'severity', 'code'].map(part), [
      'store.ts',
      '3',
      '9',
      'error',
      'parameter-name',
    ]);
    assert.match(part('message') ?? '', /^'get': the parameter 'key'/);
  });
});
