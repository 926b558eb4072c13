import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { CORPUS, type CorpusCase, disagreements, readCorpus } from './corpus-case.ts';
import { compileGroups, compileProject } from './native-compiler.ts';
import { compileWith, scriptCompilers } from './script-compiler.ts';

const cases = readCorpus();
const CONFIG = join(CORPUS, 'tsconfig.json');
const paths = cases.map(({ path }) => path);
const backwards = [...paths].reverse();

/**
 * A program of its own for each file takes these compilers a minute: `npm run test:corpus` does that, the ordinary run
 * every twentieth file. TypeScript 7 does all of them in either.
 */
const IS_WHOLE = process.env.LOCKSTEP_CORPUS === 'whole';
const SAMPLE = 20;

/** A pair in step with a drift that it does not have: whoever finds nothing wrong has not looked. */
const CANARY: CorpusCase = {
  file: 'mirrors-in-step-plain.ts',
  path: join(CORPUS, 'mirrors-in-step-plain.ts'),
  text: '',
  drifts: [{ line: 1, words: 'a drift that is not there' }],
};

describe('the corpus', () => {
  test('has a case in step and a case of drift for each form of the gate', () => {
    for (const form of ['mirrors', 'conforms', 'statics', 'constructor', 'module', 'promisify']) {
      const ofForm = cases.filter(({ file }) => file.startsWith(form));
      assert.ok(
        ofForm.some(({ drifts }) => drifts.length > 0),
        `${form}: no drift`,
      );
      assert.ok(
        ofForm.some(({ drifts }) => drifts.length === 0),
        `${form}: nothing in step`,
      );
    }
  });

  test('says in its name which files are in step', () => {
    const wrong = cases.filter(({ file, drifts }) => file.includes('in-step') !== (drifts.length === 0));
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    );
  });
});

describe('TypeScript 7 gives the verdict', () => {
  for (const checkers of [1, 2, 4, 8]) {
    test(`with ${checkers} checkers`, () => {
      const found = compileProject(CORPUS, '-p', CONFIG, '--checkers', String(checkers));
      assert.deepEqual(disagreements(cases, found), []);
      assert.equal(disagreements([...cases, CANARY], found).length, 1);
    });
  }

  test('with the files in the opposite order', () => {
    assert.deepEqual(disagreements(cases, compileGroups(CONFIG, [backwards])), []);
  });

  test('with each file alone', () => {
    const alone = paths.map((path) => [path]);
    const found = compileGroups(CONFIG, alone);
    assert.deepEqual(disagreements(cases, found), []);
    assert.equal(disagreements([...cases, CANARY], found).length, 1);
  });
});

for (const [version, load] of Object.entries(scriptCompilers)) {
  describe(`TypeScript ${version} gives the verdict`, () => {
    const ts = load();
    const compile = compileWith(ts, CONFIG);

    test('and is that version', () => {
      assert.ok(ts.version.startsWith(`${version}.`), ts.version);
    });

    test('with all files together', () => {
      const found = compile(paths);
      assert.deepEqual(disagreements(cases, found), []);
      assert.equal(disagreements([...cases, CANARY], found).length, 1);
    });

    test('with the files in the opposite order', () => {
      assert.deepEqual(disagreements(cases, compile(backwards)), []);
    });

    test(`with each file alone${IS_WHOLE ? '' : ' (a sample)'}`, () => {
      const alone = IS_WHOLE ? cases : cases.filter((_, index) => index % SAMPLE === 0);
      assert.deepEqual(
        disagreements(
          alone,
          alone.flatMap(({ path }) => compile([path])),
        ),
        [],
      );
    });
  });
}
