import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CORPUS, type CorpusCase, disagreements, readCorpus } from './corpus-case.ts';
import { compileProject } from './native-compiler.ts';
import { compileWith, scriptCompilers } from './script-compiler.ts';

const FOLDER = join(CORPUS, `bare-${process.pid}`);
const CONFIG = join(FOLDER, 'tsconfig.json');

/** What does not speak of disposing, which such a project cannot. */
const cases: readonly CorpusCase[] = readCorpus().filter(
  ({ text }) => !/\[?Symbol\.(async)?[dD]ispose/.test(text),
);
const paths = cases.map(({ path }) => path);

/** What a new project has: a `lib` without `Symbol.dispose`, no types of Node.js, and nobody who checks declarations. */
const OPTIONS = {
  extends: '../tsconfig.json',
  compilerOptions: { lib: ['es2022'], types: [], skipLibCheck: true },
  files: paths,
  include: [],
};

describe('a project that knows nothing of Symbol.dispose', () => {
  before(() => {
    mkdirSync(FOLDER);
    writeFileSync(CONFIG, JSON.stringify(OPTIONS));
  });
  after(() => rmSync(FOLDER, { recursive: true }));

  test('has the same drifts on TypeScript 7', () => {
    assert.ok(cases.length > 200);
    assert.deepEqual(disagreements(cases, compileProject(FOLDER, '-p', CONFIG)), []);
  });

  for (const [version, load] of Object.entries(scriptCompilers)) {
    test(`has the same drifts on TypeScript ${version}`, () => {
      assert.deepEqual(disagreements(cases, compileWith(load(), CONFIG)(paths)), []);
    });
  }
});
