import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

/** What is used of tsd, whose own types describe its assertions. */
type Tsd = (options: {
  readonly cwd: string;
  readonly typingsFile: string;
  readonly testFiles: readonly string[];
}) => Promise<readonly { readonly fileName: string; readonly line: number; readonly message: string }[]>;

const { default: tsd } = createRequire(import.meta.url)('tsd') as { readonly default: Tsd };

const ROOT = join(import.meta.dirname, '..', '..');
const FILES = ['gate.test-d.ts', 'gate-expect-type.test-d.ts'];

/** Out of the sight of everybody's typecheck, but not below node_modules, where tsd ignores the compiler's errors. */
const SABOTAGED = join('test', 'types', 'corpus', 'tsd', `sabotaged-${process.pid}`);

/** The errors that tsd finds in test files, as `line: message`. */
const errorsOf = async (file: string): Promise<readonly string[]> => {
  const found = await tsd({ cwd: ROOT, typingsFile: 'types/index.ts', testFiles: [file] });
  return found
    .filter(({ fileName }) => fileName.endsWith(file)) // not what tsd says of our package.json
    .map(({ line, message }) => `${line}: ${message}`);
};

const linesOf = (errors: readonly string[]): readonly number[] =>
  [...new Set(errors.map((error) => Number.parseInt(error, 10)))].sort((a, b) => a - b);

/** Writes a changed copy of a test file and answers its path. */
const sabotage = (file: string, change: (text: string) => string): string => {
  const text = readFileSync(join(ROOT, 'test', 'types', file), 'utf8').replace(
    '../../types/',
    '../../../../../types/',
  );
  const path = join(SABOTAGED, file);
  writeFileSync(join(ROOT, path), change(text));
  return path;
};

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['expectType<', 'expectNotType<'],
  ['expectAssignable<', 'expectNotAssignable<'],
  ['.not.toEqualTypeOf', '.toEqualTypeOf'],
  ['.not.toBeFunction', '.toBeFunction'],
];

const opposite = (line: string): string =>
  OPPOSITES.flatMap(([one, other]) => [
    { from: one, to: other },
    { from: other, to: one },
  ])
    .filter(({ from }) => line.includes(from))
    .slice(0, 1)
    .reduce((changed, { from, to }) => changed.replace(from, to), line);

describe('the type tests', () => {
  before(() => mkdirSync(join(ROOT, SABOTAGED), { recursive: true }));
  after(() => rmSync(join(ROOT, SABOTAGED), { recursive: true, force: true }));

  test('are looked at: the canary fails', async () => {
    assert.deepEqual(linesOf(await errorsOf('test/types/corpus/tsd/canary.test-d.ts')), [4]);
  });

  for (const file of FILES) {
    test(`${file}: every assertion holds`, async () => {
      assert.deepEqual(await errorsOf(`test/types/${file}`), []);
    });

    test(`${file}: every assertion fails once it is turned round`, async () => {
      const text = readFileSync(join(ROOT, 'test', 'types', file), 'utf8');
      const expected = text.split('\n').flatMap((line, index, lines) => {
        const isAssertion = /^expect/.test(line) && !lines[index - 1]?.includes('@ts-expect-error');
        return isAssertion ? [index + 1] : [];
      });
      const turned = sabotage(file, (copy) =>
        copy
          .split('\n')
          .map((line, index) => (expected.includes(index + 1) ? opposite(line) : line))
          .join('\n'),
      );
      assert.deepEqual(linesOf(await errorsOf(turned)), expected);
    });
  }

  test('every @ts-expect-error hides an error', async () => {
    const file = 'gate.test-d.ts';
    const lines = readFileSync(join(ROOT, 'test', 'types', file), 'utf8').split('\n');
    const expected = lines.flatMap((line, index) => (line.includes('@ts-expect-error') ? [index + 2] : []));
    assert.ok(expected.length > 0);
    const stripped = sabotage(file, (copy) => copy.replaceAll('@ts-expect-error', ''));
    assert.deepEqual(linesOf(await errorsOf(stripped)), expected);
  });
});
