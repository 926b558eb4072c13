import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Report } from 'c8';
import { relativePath } from '../surface/place.ts';
import type { CoveredFile, CoveredFunction } from './side-job.ts';

interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** What c8 writes of one file, in Istanbul's format. */
interface IstanbulFile {
  readonly path: string;
  readonly s: Readonly<Record<string, number>>;
  readonly f: Readonly<Record<string, number>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
  readonly fnMap: Readonly<Record<string, { readonly name: string; readonly loc: Location }>>;
  readonly branchMap: Readonly<Record<string, { readonly loc: Location }>>;
}

const isBefore = (one: Location['start'], other: Location['start']): boolean =>
  one.line < other.line || (one.line === other.line && one.column <= other.column);

const isWithin = (inner: Location, outer: Location): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

const functionsOf = (file: IstanbulFile): readonly CoveredFunction[] =>
  Object.entries(file.fnMap).map(([key, { name, loc }]) => ({
    name,
    from: loc.start.line,
    to: loc.end.line,
    hit: (file.f[key] ?? 0) > 0,
    branches: Object.entries(file.branchMap)
      .filter(([, branch]) => isWithin(branch.loc, loc))
      .flatMap(([branch]) => (file.b[branch] ?? []).map((count) => count > 0)),
  }));

/**
 * What the V8 coverage in a folder says of the sources that globs name, through their source maps. A source that was never
 * loaded is there with nothing covered.
 *
 * @param globs relative to `base`, which has to be the working folder: c8 reads them there.
 */
export const readCoverage = async (
  base: string,
  globs: readonly string[],
  v8: string,
  folder: string,
): Promise<readonly CoveredFile[]> => {
  const report = new Report({
    all: true,
    src: [base],
    include: globs.filter((glob) => !glob.startsWith('!')),
    exclude: [
      '**/*.d.ts',
      '**/*.test.*',
      ...globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
    ],
    extension: ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'],
    excludeAfterRemap: true,
    reporter: ['json', 'html'],
    reportsDirectory: folder,
    tempDirectory: v8,
    resolve: '',
    omitRelative: true,
  });
  await report.run();
  const written: Readonly<Record<string, IstanbulFile>> = JSON.parse(
    readFileSync(join(folder, 'coverage-final.json'), 'utf8'),
  );
  return Object.values(written)
    .map((file) => ({
      file: relativePath(base, file.path),
      lines: Object.values(file.s).map((count) => count > 0),
      branches: Object.values(file.b).flatMap((counts) => counts.map((count) => count > 0)),
      functions: functionsOf(file),
    }))
    .toSorted((one, other) => (one.file < other.file ? -1 : 1));
};
