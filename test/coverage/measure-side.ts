import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { testFiles } from '../runner/test-files.ts';
import type { RuntimeKit } from '../shared/runtime/kits.ts';
import type { TestRecord } from './test-record.ts';

/** How much of something was covered; `percent` is 0 to 100. */
export interface Share {
  readonly total: number;
  readonly covered: number;
  readonly percent: number;
}

/** What the tests of one side cover of `src/`, and which tests these are. */
export interface SideMeasure {
  readonly side: RuntimeKit['id'];
  readonly branches: Share;
  readonly lines: Share;
  readonly tests: readonly TestRecord[];
}

const ROOT = join(import.meta.dirname, '..', '..');

/** The tests of a side besides the shared suite, and the files of `src/` that only the other side uses. */
const SIDES: Readonly<
  Record<RuntimeKit['id'], { readonly unit: string; readonly exclude: readonly string[] }>
> = {
  sync: { unit: 'test/unit/local', exclude: ['src/runtime/async-*.ts', 'src/engine/async-*.ts'] },
  async: { unit: 'test/unit/async-local', exclude: ['src/runtime/local-*.ts', 'src/engine/sync-*.ts'] },
};

/**
 * Runs the shared suite on one side and the unit tests of that side under c8, with no other test.
 *
 * @throws {Error} a test failed, or no coverage was written
 */
export const measureSide = (side: RuntimeKit['id']): SideMeasure => {
  const { unit, exclude } = SIDES[side];
  const folder = join(ROOT, 'coverage', side);
  const records = join(folder, 'tests.json');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const c8 = createRequire(import.meta.url).resolve('c8/bin/c8.js');
  const run = spawnSync(
    process.execPath,
    [
      c8,
      '--all',
      '--src=src',
      '--include=src/**/*.ts',
      ...exclude.map((pattern) => `--exclude=${pattern}`),
      '--exclude-after-remap',
      '--reporter=json-summary',
      '--reporter=html',
      `--reports-dir=${folder}`,
      `--temp-directory=${join(folder, 'v8')}`,
      process.execPath,
      '--enable-source-maps',
      '--import',
      'tsx',
      'test/coverage/record-tests.ts',
      records,
      ...testFiles(['test/shared', unit]),
    ],
    { cwd: ROOT, env: { ...process.env, LOCKSTEP_SIDE: side }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (run.status !== 0) throw new Error(`The tests of the ${side} side failed: npm test shows which.`);
  const { total } = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8'));
  const tests: readonly TestRecord[] = JSON.parse(readFileSync(records, 'utf8'));
  return { side, branches: shareOf(total.branches), lines: shareOf(total.lines), tests };
};

const shareOf = ({ total, covered }: { readonly total: number; readonly covered: number }): Share => ({
  total,
  covered,
  percent: total === 0 ? 0 : (100 * covered) / total,
});
