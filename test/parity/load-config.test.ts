import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadConfig } from '../../parity/load-config.ts';
import { WrongCall } from '../../parity/wrong-call.ts';

const PAIR = { name: 'Store', sync: './store.ts#Store', async: './async-store.ts#AsyncStore' };

const folder = (test: TestContext, files: Readonly<Record<string, string>>): string => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'lockstep-config-')));
  test.after(() => rmSync(cwd, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), content);
  }
  return cwd;
};

const refused = async (cwd: string, file?: string): Promise<string> => {
  const error = await loadConfig(cwd, file).then(
    () => assert.fail('it loads'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof WrongCall, String(error));
  assert.ok(!error.message.includes('\n'));
  return error.message;
};

const FORMS = {
  'lockstep.config.ts': `import { defineConfig } from 'lockstep/parity';\ninterface Local { readonly x: 1 }\nconst name = 'Store' satisfies string;\nexport default defineConfig({ pairs: [{ ...${JSON.stringify(PAIR)}, name }] });\n`,
  'lockstep.config.mts': `import type { Pair } from 'lockstep/parity';\nconst pair: Pair = ${JSON.stringify(PAIR)};\nexport default { pairs: [pair] };\n`,
  'lockstep.config.js': `export default { pairs: [${JSON.stringify(PAIR)}] };\n`,
  'lockstep.config.mjs': `export default { pairs: [${JSON.stringify(PAIR)}] };\n`,
  'lockstep.config.cjs': `module.exports = { pairs: [${JSON.stringify(PAIR)}] };\n`,
  'lockstep.config.cts': `export default { pairs: [${JSON.stringify(PAIR)}] };\n`,
  'lockstep.config.json': JSON.stringify({ pairs: [PAIR] }),
};

for (const [file, content] of Object.entries(FORMS)) {
  test(`${file} is loaded, where Lockstep is not installed as well`, async (t) => {
    const cwd = folder(t, { [file]: content });
    assert.deepEqual(await loadConfig(cwd), { file: join(cwd, file), config: { pairs: [PAIR] } });
  });
}

test('a config may import a module of the project', async (t) => {
  const cwd = folder(t, {
    'package.json': '{ "type": "module" }',
    'pairs.ts': `export const pairs = [${JSON.stringify(PAIR)}] as const;\n`,
    'lockstep.config.ts': "import { pairs } from './pairs.ts';\nexport default { pairs };\n",
  });
  assert.deepEqual((await loadConfig(cwd)).config.pairs, [PAIR]);
});

test('a CommonJS config is loaded', async (t) => {
  const cwd = folder(t, { 'lockstep.config.js': `module.exports = { pairs: [${JSON.stringify(PAIR)}] };\n` });
  assert.deepEqual((await loadConfig(cwd)).config.pairs, [PAIR]);
});

test('a changed config is read anew in the same process, as a watch needs it', async (t) => {
  const cwd = folder(t, { 'lockstep.config.ts': `export default { pairs: [${JSON.stringify(PAIR)}] };\n` });
  await loadConfig(cwd);
  writeFileSync(join(cwd, 'lockstep.config.ts'), 'export default { pairs: [] };\n');
  assert.deepEqual((await loadConfig(cwd)).config.pairs, []);
});

test('the nearest config is taken, from a folder below as well; --config names another', async (t) => {
  const cwd = folder(t, {
    'lockstep.config.json': JSON.stringify({ pairs: [PAIR] }),
    'a/b/file.ts': '',
    'other.json': '{ "pairs": [] }',
  });
  assert.equal((await loadConfig(join(cwd, 'a', 'b'))).file, join(cwd, 'lockstep.config.json'));
  assert.equal((await loadConfig(cwd, 'other.json')).file, join(cwd, 'other.json'));
});

const WRONG: Readonly<Record<string, readonly [content: string, message: RegExp]>> = {
  'a config with an unknown key': [
    '{ "pair": [] }',
    /^lockstep\.config\.json has the unknown key 'pair'\. Did you mean 'pairs'\?$/,
  ],
  'a pair with an unknown key': [
    JSON.stringify({ pairs: [{ name: 'Store', sync: 'a#A', asynch: 'b#B' }] }),
    /has the unknown key 'pairs\[0\]\.asynch'\. Did you mean 'async'\?$/,
  ],
  'an entry with an unknown key': [
    JSON.stringify({ pairs: [PAIR], allow: [{ pair: 'Store', member: 'get', check: 'x', why: 'y' }] }),
    /has the unknown key 'allow\[0\]\.why'\. Known are 'pair', 'member', 'check', 'side', 'reason', 'expires'\.$/,
  ],
  'a config without pairs': ['{}', /lacks the key 'pairs'\. Add it\.$/],
  'a pair without a side': [
    JSON.stringify({ pairs: [{ name: 'Store', sync: 'a#A' }] }),
    /lacks the key 'pairs\[0\]\.async'/,
  ],
  'a value of the wrong type': [
    '{ "pairs": 3 }',
    /^'pairs' in lockstep\.config\.json is 3\. Change it to a list of pairs\.$/,
  ],
  'a name that is empty': [
    JSON.stringify({ pairs: [{ ...PAIR, name: '' }] }),
    /^'pairs\[0\]\.name' in .* is ''\. Change it to a text that is not empty\.$/,
  ],
  'a side that is none': [
    JSON.stringify({
      pairs: [PAIR],
      allow: [{ pair: 'Store', member: 'get', check: 'x', side: 'both', reason: '' }],
    }),
    /is 'both'\. Change it to 'sync' or 'async'\.$/,
  ],
  'a day that is none': [
    JSON.stringify({
      pairs: [PAIR],
      allow: [{ pair: 'Store', member: 'get', check: 'x', reason: 'y', expires: '2026-02-30' }],
    }),
    /'allow\[0\]\.expires' .* is '2026-02-30'\. Change it to a day such as '2027-01-31'\.$/,
  ],
  'a config that is not JSON': ['{ pairs }', /^lockstep\.config\.json cannot be loaded: /],
  'a config that exports no object': [
    'null',
    /^lockstep\.config\.json exports null\. Change it to an object\.$/,
  ],
};

for (const [name, [content, message]] of Object.entries(WRONG)) {
  test(`refuses ${name}, in one line`, async (t) => {
    assert.match(await refused(folder(t, { 'lockstep.config.json': content })), message);
  });
}

test('refuses a config in TypeScript that throws, does not parse or exports nothing', async (t) => {
  const load = async (content: string): Promise<string> =>
    refused(folder(t, { 'lockstep.config.ts': content }));
  assert.match(
    await load("throw new Error('no luck');\n"),
    /^lockstep\.config\.ts cannot be loaded: no luck\.$/,
  );
  assert.equal(
    await load('export default {\n'),
    'lockstep.config.ts:2:1 cannot be loaded: Unexpected token.',
  );
  assert.match(
    await load("import './gone.ts';\nexport default { pairs: [] };\n"),
    /cannot be loaded: .*gone\.ts/,
  );
  assert.match(await load('export const pairs = [];\n'), /cannot be loaded: it has no default export/);
});

test('names what is missing when there is no config', async (t) => {
  const cwd = folder(t, {});
  assert.match(
    await refused(cwd, 'nope.ts'),
    /^The config nope\.ts does not exist\. Change --config, or run 'lockstep init'\.$/,
  );
});
