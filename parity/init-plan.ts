import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { workflows } from './ci/workflows.ts';
import { CONFIG_NAMES } from './find-config.ts';
import { configText } from './init-config-text.ts';
import { gateText } from './init-gate-text.ts';
import { hookFiles } from './init-hook.ts';
import { packageManager } from './init-package-manager.ts';
import { foldersUp, repositoryOf } from './init-repository.ts';
import { initSuites } from './init-suites.ts';
import type { Pair } from './report-model.ts';

/** A file that `lockstep init` writes, and how that differs from what is there. */
export interface PlannedFile {
  /** Relative to the project, with forward slashes; in a folder of its repository, workflows and hooks stand above it. */
  readonly file: string;
  readonly content: string;
  /** `create`: nothing is there; `same`: nothing to do; `extend`: lines are added; `replace`: other content would be lost. */
  readonly change: 'create' | 'same' | 'extend' | 'replace';
  readonly executable: boolean;
}

const planned = (
  cwd: string,
  file: string,
  content: string,
  extend = false,
  executable = false,
): PlannedFile => {
  const path = join(cwd, file);
  if (!existsSync(path)) return { file, content, change: 'create', executable };
  if (readFileSync(path, 'utf8') === content) return { file, content, change: 'same', executable };
  return { file, content, change: extend ? 'extend' : 'replace', executable };
};

/** The files that `lockstep init` writes for the pairs of a project; the config only where there is none yet. */
export const initPlan = (cwd: string, pairs: readonly Pair[], hasConfig: boolean): readonly PlannedFile[] => {
  const repository = repositoryOf(cwd);
  const { root, folder } = repository;
  const folders = foldersUp(repository);
  const manager = packageManager(folders);
  const fromHere = (base: string, file: string): string =>
    relative(cwd, join(base, file)).replaceAll('\\', '/');
  const gate = gateText(pairs, existsSync(join(cwd, 'tsconfig.json')));
  return [
    ...(hasConfig ? [] : [planned(cwd, CONFIG_NAMES[0], configText(pairs, initSuites(cwd, pairs)))]),
    planned(cwd, 'tsconfig.parity.json', gate),
    ...workflows(manager, folder).map(({ file, content }) => planned(cwd, fromHere(root, file), content)),
    ...hookFiles(folders, manager.exec, cwd).map(({ file, content, executable }) =>
      planned(cwd, relative(cwd, file).replaceAll('\\', '/'), content, true, executable),
    ),
  ];
};
