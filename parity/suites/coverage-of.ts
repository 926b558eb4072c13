import type { Coverage, Share } from '../test-model.ts';
import type { CoveredFile } from './side-job.ts';

/** How many of some things were covered. */
export const shareOf = (hits: readonly boolean[]): Share => ({
  total: hits.length,
  covered: hits.filter((hit) => hit).length,
});

/** The coverage of all files together. */
export const coverageOf = (files: readonly CoveredFile[]): Coverage => ({
  branches: shareOf(files.flatMap(({ branches }) => branches)),
  lines: shareOf(files.flatMap(({ lines }) => lines)),
  functions: shareOf(files.flatMap(({ functions }) => functions.map(({ hit }) => hit))),
});
