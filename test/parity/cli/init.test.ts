import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { project } from './project.ts';
import { runCli } from './run-cli.ts';

const STORE = {
  'package.json': '{\n    "name": "store",\n    "type": "module"\n}\n',
  'src/store.ts': 'export class Store { get(key: string): string { return key; } }\n',
  'src/async-store.ts':
    'export class AsyncStore { async get(key: string): Promise<string> { return key; } }\n',
  // What looks like a pair in a comment or in a text is none.
  'src/notes.ts':
    "// export class AsyncNotes {}\nexport class Notes {}\nexport const text = 'export class AsyncNotes {}';\n",
};

const CONFIG = `import { defineConfig } from 'lockstep/parity';

export default defineConfig({
  pairs: [
    { name: 'Store', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' },
  ],
  // What 'lockstep test' runs on both sides:
  // suites: [{ pair: 'Store', shared: ['test/shared'] }],
  // Findings that are right as they are, each with its reason:
  // { pair: 'Store', member: 'watch', check: 'uncontracted-member', reason: 'needs an event loop' },
  allow: [],
});
`;

test('init writes a config of the pairs it finds, a tsconfig and a workflow; a second run changes nothing', (t) => {
  const { cwd, files, read } = project(t, STORE);
  const first = runCli(cwd, ['init']);
  assert.deepEqual(first, {
    stdout: `Found a pair:
  Store: ./src/store.ts#Store | ./src/async-store.ts#AsyncStore
created lockstep.config.ts
created tsconfig.parity.json
created .github/workflows/sync-async-parity.yml
created .github/workflows/pr-checks.yml
created .github/workflows/daily-parity-check.yml
created .github/workflows/comprehensive-parity-enforcement.yml

Next: 'npx lockstep check' tells what is not in step.
For the compiler itself to refuse drift, on its line and in every editor, tie the sides together:
  import type { Mirrors } from 'lockstep/types';
  export class AsyncStore implements Mirrors<Store, AsyncStore> { … }
then run 'tsc -p tsconfig.parity.json'. For contracts, modules and exemptions see lockstep/types/GUIDE.md in node_modules.
`,
    stderr: '',
    status: 0,
  });
  assert.equal(read('lockstep.config.ts'), CONFIG);
  assert.deepEqual(JSON.parse(read('tsconfig.parity.json')).include, ['src/async-store.ts', 'src/store.ts']);
  const before = files();
  const second = runCli(cwd, ['init']);
  assert.equal(second.status, 0);
  assert.doesNotMatch(second.stdout, /created|extended|overwrote|Next/);
  assert.deepEqual(files(), before);
});

const JAVASCRIPT: Readonly<Record<string, readonly [source: string, sync: string, async: string]>> = {
  'names of exports': [
    'exports.readSync = (path) => path;\nmodule.exports.read = async (path) => path;\n',
    '*Sync',
    '*',
  ],
  'an object in place': [
    "const fromCallback = require('x');\nfunction readSync(path) {}\nmodule.exports = { readSync, read: fromCallback(readSync), size: 1 };\n",
    '*Sync',
    '*',
  ],
  'methods of a variable': [
    'const files = { deleteSync(path) {}, async deleteAsync(path) {} };\nmodule.exports = files;\n',
    '*Sync',
    '*Async',
  ],
};

for (const [name, [source, sync, async]] of Object.entries(JAVASCRIPT)) {
  test(`init finds the pair of a CommonJS module that exports ${name}, in lib, where there is no src`, (t) => {
    const { cwd, read } = project(t, { 'package.json': '{}', 'lib/files.js': source });
    const { stdout } = runCli(cwd, ['init']);
    assert.ok(
      stdout.startsWith(`Found a pair:\n  files: ./lib/files.js#${sync} | ./lib/files.js#${async}\n`),
    );
    const { include, compilerOptions } = JSON.parse(read('tsconfig.parity.json'));
    assert.deepEqual([include, compilerOptions.allowJs], [['lib/files.js'], true]);
  });
}

test('init passes over lib beside src: it is what the project builds', (t) => {
  const twins = 'export class Store {}\nexport class AsyncStore {}\n';
  const { cwd } = project(t, { 'package.json': '{}', 'src/a.ts': twins, 'lib/a.js': twins });
  const { stdout } = runCli(cwd, ['init']);
  assert.ok(stdout.startsWith('Found a pair:\n  Store: ./src/a.ts#Store | ./src/a.ts#AsyncStore\n'));
});

test('init finds aliases of types with methods, and none that only describe data', (t) => {
  const aliases = (prefix: string): string =>
    `export type ${prefix}Store = { get: (key: string) => number };\nexport type ${prefix}Options = { size: number };\n`;
  const { cwd } = project(t, { 'package.json': '{}', 'src/a.ts': aliases('') + aliases('Async') });
  const { stdout } = runCli(cwd, ['init']);
  assert.match(stdout, /^Found a pair:\n {2}Store: \.\/src\/a\.ts#Store \| \.\/src\/a\.ts#AsyncStore\n/);
});

test('init takes in the folder of shared tests that names both sides of a pair', (t) => {
  const { cwd, read } = project(t, {
    ...STORE,
    'test/shared/store.test.ts':
      "forEachSide([{ id: 'sync', Store }, { id: 'async', Store: AsyncStore }], () => {});\n",
    'test/shared/notes.test.ts': 'new Notes(); new AsyncNotes();\n',
  });
  runCli(cwd, ['init']);
  assert.match(
    read('lockstep.config.ts'),
    /\n {2}suites: \[\n {4}\{ pair: 'Store', shared: \['test\/shared'\] \},\n {2}\],\n/,
  );
});

test('the workflow has pinned actions, least permissions and the commands of the package manager', (t) => {
  const { cwd, read } = project(t, { ...STORE, 'pnpm-lock.yaml': 'lockfileVersion: 9\n' });
  runCli(cwd, ['init']);
  const workflow = parse(read('.github/workflows/sync-async-parity.yml'));
  assert.deepEqual(workflow.permissions, { contents: 'read' });
  const steps: readonly { readonly uses?: string; readonly run?: string }[] = workflow.jobs.parity.steps;
  for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /@[\da-f]{40}$/);
  assert.deepEqual(
    steps.flatMap(({ run }) => run ?? []),
    ['corepack enable', 'pnpm install --frozen-lockfile', 'pnpm exec lockstep check --format github'],
  );
});

test('a file that differs is not overwritten where nobody can be asked: nothing at all is written', (t) => {
  const { cwd, files } = project(t, { ...STORE, 'tsconfig.parity.json': '{}\n' });
  const before = files();
  const { status, stderr } = runCli(cwd, ['init', '--yes']);
  assert.equal(status, 2);
  assert.equal(
    stderr,
    'lockstep: Nothing was written, as nobody can be asked here. It would overwrite tsconfig.parity.json: remove it first, or pass --force.\n',
  );
  assert.deepEqual(files(), before);
});

test('--force overwrites, but never a config, whose pairs and reasons are the work of people', (t) => {
  const config = CONFIG.replace("name: 'Store'", "name: 'mine'");
  const { cwd, read } = project(t, {
    ...STORE,
    'tsconfig.parity.json': '{}\n',
    'lockstep.config.ts': config,
  });
  const { status, stdout } = runCli(cwd, ['init', '--force']);
  assert.equal(status, 0);
  assert.match(stdout, /unchanged lockstep\.config\.ts\noverwrote tsconfig\.parity\.json\n/);
  assert.equal(read('lockstep.config.ts'), config);
});

test('a config of another name counts as the config', (t) => {
  const pairs = [{ name: 'mine', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' }];
  const { cwd, files } = project(t, { ...STORE, 'lockstep.config.json': JSON.stringify({ pairs }) });
  const { status, stdout } = runCli(cwd, ['init']);
  assert.equal(status, 0);
  assert.match(stdout, /^unchanged lockstep\.config\.json$/m);
  assert.ok(!('lockstep.config.ts' in files()));
});

const HOOKS = {
  lefthook: {
    file: 'lefthook.yml',
    before:
      '# our hooks\npre-commit:\n  parallel: true # fast\n  commands:\n    lint:\n      run: eslint .\n',
    after:
      '# our hooks\npre-commit:\n  parallel: true # fast\n  commands:\n    lint:\n      run: eslint .\n    lockstep:\n      glob: "*.{ts,mts,cts,tsx}"\n      run: npx lockstep check && npx lockstep gate --staged\npre-push:\n  commands:\n    lockstep:\n      glob: "*.{ts,mts,cts,tsx}"\n      run: npx lockstep test\n',
  },
  'lefthook with jobs': {
    file: '.lefthook.yaml',
    before: 'pre-commit:\n  jobs:\n    - run: eslint .\n',
    after:
      'pre-commit:\n  jobs:\n    - run: eslint .\n    - name: lockstep\n      glob: "*.{ts,mts,cts,tsx}"\n      run: npx lockstep check && npx lockstep gate --staged\npre-push:\n  commands:\n    lockstep:\n      glob: "*.{ts,mts,cts,tsx}"\n      run: npx lockstep test\n',
  },
  husky: {
    file: '.husky/pre-commit',
    before: 'npm test',
    after: 'npm test\nnpx lockstep check && npx lockstep gate --staged\n',
  },
  'simple-git-hooks': {
    file: 'package.json',
    before: '{\n\t"name": "store",\n\t"simple-git-hooks": {\n\t\t"pre-commit": "npm test"\n\t}\n}\n',
    after:
      '{\n\t"name": "store",\n\t"simple-git-hooks": {\n\t\t"pre-commit": "npm test && npx lockstep check && npx lockstep gate --staged",\n\t\t"pre-push": "npx lockstep test"\n\t}\n}\n',
  },
} as const;

for (const [name, { file, before, after }] of Object.entries(HOOKS)) {
  test(`${name}: the check joins the hook with --yes, without it the file is named, and a second run changes nothing`, (t) => {
    const { cwd, read, files } = project(t, { ...STORE, [file]: before });
    const refused = runCli(cwd, ['init']);
    assert.equal(refused.status, 2);
    assert.ok(refused.stderr.includes(`It would add the check to ${file}: pass --yes.`));
    assert.equal(read(file), before);
    assert.equal(runCli(cwd, ['init', '--yes']).status, 0);
    assert.equal(read(file), after);
    const written = files();
    assert.equal(runCli(cwd, ['init']).status, 0);
    assert.deepEqual(files(), written);
  });
}

test('a hook that husky is to run is executable', { skip: process.platform === 'win32' }, (t) => {
  const { cwd } = project(t, { ...STORE, '.husky/_/husky.sh': '' });
  assert.equal(runCli(cwd, ['init']).status, 0);
  for (const hook of ['.husky/pre-commit', '.husky/pre-push']) {
    assert.equal(statSync(join(cwd, hook)).mode & 0o111, 0o111);
  }
});

test('a project without a pair gets a config that says how to add one', (t) => {
  const { cwd, read } = project(t, { 'package.json': '{}', 'src/a.ts': 'export class Alone {}\n' });
  const { status, stdout } = runCli(cwd, ['init']);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^No pair was found by name\. Add yours to lockstep\.config\.ts, then run 'lockstep check'\.\n/,
  );
  assert.match(read('lockstep.config.ts'), /\/\/ \{ name: 'Store'/);
});

test('a folder that is no project is refused', (t) => {
  const { cwd, files } = project(t, {});
  assert.deepEqual(runCli(cwd, ['init']), {
    stdout: '',
    stderr:
      "lockstep: There is no package.json in <cwd>. Run 'lockstep init' in the folder of the project.\n",
    status: 2,
  });
  assert.deepEqual(files(), {});
});

const MANAGERS_OF_WORKSPACES = {
  npm: { 'package-lock.json': '{}', 'package.json': '{ "workspaces": ["packages/*"] }' },
  pnpm: { 'pnpm-lock.yaml': '', 'pnpm-workspace.yaml': 'packages: ["packages/*"]\n', 'package.json': '{}' },
  yarn: { 'yarn.lock': '', 'package.json': '{ "workspaces": ["packages/*"] }' },
} as const;

const INSTALLS = {
  npm: 'npm ci',
  pnpm: 'pnpm install --frozen-lockfile',
  yarn: 'yarn install --immutable',
} as const;

const packageIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(STORE).map(([file, content]) => [`${folder}/${file}`, content]));

for (const [name, given] of Object.entries(MANAGERS_OF_WORKSPACES)) {
  test(`in a workspace of ${name} the workflows stand where GitHub looks, and run in the folder of the package`, (t) => {
    const { cwd, read, files } = project(t, { '.git/HEAD': '', ...given, ...packageIn('packages/a') });
    const inPackage = join(cwd, 'packages/a');
    const { status, stdout } = runCli(inPackage, ['init']);
    assert.equal(status, 0);
    assert.match(stdout, /^created \.\.\/\.\.\/\.github\/workflows\/sync-async-parity-packages-a\.yml$/m);
    const workflow = parse(read('.github/workflows/sync-async-parity-packages-a.yml'));
    assert.deepEqual(workflow.defaults, { run: { 'working-directory': 'packages/a' } });
    const steps: readonly { readonly run?: string }[] = workflow.jobs.parity.steps;
    assert.ok(steps.some(({ run }) => run === INSTALLS[name as keyof typeof INSTALLS]));
    assert.match(
      read('.github/workflows/daily-parity-check-packages-a.yml'),
      / path: packages\/a\/\.lockstep\/history\.jsonl\n/,
    );
    const written = files();
    assert.ok(!Object.keys(written).some((file) => file.startsWith('packages/a/.github')));
    assert.doesNotMatch(runCli(inPackage, ['init']).stdout, /created|extended|overwrote/);
    assert.deepEqual(files(), written);
  });
}

test('two packages of one repository have workflows and hooks of their own, and leave those of each other alone', (t) => {
  for (const [file, command] of [
    ['.husky/pre-commit', "(cd 'packages/a' && npx lockstep check && npx lockstep gate --staged)\n"],
    ['lefthook.yml', '    lockstep packages/a:\n      root: packages/a/\n'],
  ] as const) {
    const { cwd, read, files } = project(t, {
      '.git/HEAD': '',
      'package.json': '{}',
      [file]: '',
      ...packageIn('packages/a'),
      ...packageIn('packages/b'),
    });
    const init = (name: string) => runCli(join(cwd, 'packages', name), ['init', '--yes']);
    assert.equal(init('a').status, 0);
    const first = read(file);
    assert.ok(first.includes(command), first);
    assert.equal(init('b').status, 0);
    assert.ok(read(file).includes(command) && read(file).includes(command.replaceAll('/a', '/b')));
    assert.ok('.github/workflows/pr-checks-packages-b.yml' in files());
    const written = files();
    for (const name of ['a', 'b']) assert.doesNotMatch(init(name).stdout, /created|extended|overwrote/);
    assert.deepEqual(files(), written);
  }
});
