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

/** Writes a changed copy of a test file, line by line, and answers its path. */
const sabotage = (name: string, file: string, change: (line: string, number: number) => string): string => {
  const changed = linesOf(file).map((line, index) =>
    change(line, index + 1).replace("'../../types/", "'../../../../../types/"),
  );
  const path = join(SABOTAGED, `${name}-${file}`);
  writeFileSync(join(ROOT, path), changed.join('\n'));
  return path;
};

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(ROOT, 'test', 'types', file), 'utf8').split('\n');

/** The numbers of the lines that follow one of which this holds. */
const linesAfter = (file: string, holds: (line: string) => boolean): readonly number[] =>
  linesOf(file).flatMap((line, index) => (holds(line) ? [index + 2] : []));

const isExpectedError = (line: string): boolean => line.includes('@ts-expect-error');

/** The numbers of the lines that assert something and are to compile. */
const assertions = (file: string): readonly number[] => {
  const expectedErrors = linesAfter(file, isExpectedError);
  return linesOf(file).flatMap((line, index) =>
    line.startsWith('expect') && !expectedErrors.includes(index + 1) ? [index + 1] : [],
  );
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

const CANARY = 'test/types/corpus/tsd/canary.test-d.ts';

describe('the type tests', () => {
  /** The errors of all files, from one program: each by itself would cost the compiler the same again. */
  let errors: Awaited<ReturnType<Tsd>> = [];

  const errorLines = (path: string): readonly number[] =>
    [...new Set(errors.filter(({ fileName }) => fileName.endsWith(path)).map(({ line }) => line))].sort(
      (a, b) => a - b,
    );

  before(async () => {
    mkdirSync(join(ROOT, SABOTAGED), { recursive: true });
    const sabotaged = FILES.flatMap((file) => {
      const turned = assertions(file);
      return [
        sabotage('turned', file, (line, number) => (turned.includes(number) ? opposite(line) : line)),
        sabotage('stripped', file, (line) => line.replace('@ts-expect-error', '')),
      ];
    });
    const testFiles = [CANARY, ...FILES.map((file) => `test/types/${file}`), ...sabotaged];
    errors = await tsd({ cwd: ROOT, typingsFile: 'types/index.ts', testFiles });
  });
  after(() => rmSync(join(ROOT, SABOTAGED), { recursive: true, force: true }));

  test('are looked at: the canary fails', () => {
    assert.deepEqual(errorLines(CANARY), [4]);
  });

  for (const file of FILES) {
    test(`${file}: every assertion holds`, () => {
      assert.deepEqual(
        errors.filter(({ fileName }) => fileName.endsWith(`test/types/${file}`)),
        [],
      );
    });

    test(`${file}: every assertion fails once it is turned round`, () => {
      assert.ok(assertions(file).length > 0);
      assert.deepEqual(errorLines(join(SABOTAGED, `turned-${file}`)), assertions(file));
    });

    test(`${file}: every @ts-expect-error hides an error`, () => {
      assert.deepEqual(errorLines(join(SABOTAGED, `stripped-${file}`)), linesAfter(file, isExpectedError));
    });
  }
});
