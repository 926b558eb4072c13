import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PairSuites } from './config.ts';
import type { Pair } from './report-model.ts';
import { findTestFiles } from './suites/find-test-files.ts';
import { parseSide } from './surface/side-reference.ts';

/** Where projects keep the tests that run on both sides. */
const FOLDERS = ['test/shared', 'tests/shared', 'src/__tests__/shared'];

const names = (text: string, side: string): boolean => {
  const name = parseSide(side).path.at(-1);
  // A whole module has no name of its own that a test would write.
  return name !== undefined && new Set(text.match(/[\w$]+/g)).has(name);
};

/**
 * The suites of a project that run on both sides: those folders of shared tests on `lockstep/testing` which name both sides of
 * a pair.
 */
export const initSuites = (cwd: string, pairs: readonly Pair[]): readonly PairSuites[] => {
  const folders = FOLDERS.filter((folder) => existsSync(join(cwd, folder))).map((folder) => ({
    folder,
    text: findTestFiles(cwd, [folder])
      .map((file) => readFileSync(join(cwd, file), 'utf8'))
      .filter((text) => text.includes('forEachSide'))
      .join('\n'),
  }));
  return pairs.flatMap(({ name, sync, async }) => {
    const shared = folders.filter(({ text }) => names(text, sync) && names(text, async));
    return shared.length === 0 ? [] : [{ pair: name, shared: shared.map(({ folder }) => folder) }];
  });
};
