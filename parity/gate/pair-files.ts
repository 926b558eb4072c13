import { resolve } from 'node:path';
import type { LockstepConfig } from '../config.ts';
import type { Pair, Side } from '../report-model.ts';
import { relativePath } from '../surface/place.ts';
import { parseSide } from '../surface/side-reference.ts';
import type { ChangedFile } from './changed-files.ts';

/** The files and folders that are a side's own, relative to the base; none for a side of a package. */
export const sideFiles = (
  config: LockstepConfig,
  pair: Pair,
  side: Side,
  base: string,
): readonly string[] => {
  const given = config.suites?.find((suites) => suites.pair === pair.name)?.sources?.[side];
  const { module } = parseSide(pair[side]);
  return (given ?? (module.startsWith('.') ? [module] : [])).map((path) =>
    relativePath(base, resolve(base, path)),
  );
};

const isIn = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`);

/** The changes that touch some files or folders with more than a new name. */
export const touching = (changed: readonly ChangedFile[], paths: readonly string[]): readonly string[] =>
  changed
    .filter(
      ({ file, before, edited }) => edited && paths.some((path) => isIn(file, path) || isIn(before, path)),
    )
    .map(({ file }) => file);
