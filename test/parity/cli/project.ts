import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { TestContext } from 'node:test';

/** The files of a project by their path, with forward slashes. */
export type Files = Readonly<Record<string, string>>;

/** The same, of which some are no text. */
export type RawFiles = Readonly<Record<string, string | Uint8Array>>;

/** A folder with the files of a user's project. */
export interface Project {
  /** The folder, absolute. */
  readonly cwd: string;
  readonly write: (file: string, content: string) => void;
  readonly read: (file: string) => string;
  /** All files with their content, dependencies left out. */
  readonly files: () => Files;
}

const DEPENDENCIES = join(import.meta.dirname, '..', '..', '..', 'node_modules');

/** The files in a folder; no link is followed, as that to the dependencies is by `readdirSync({ recursive: true })` of Node 22. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });

/** Makes a project outside the repository, with the repository's dependencies, and removes it after the test. */
export const project = (test: TestContext, given: RawFiles): Project => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'lockstep-cli-')));
  test.after(() => rmSync(cwd, { recursive: true, force: true }));
  const write = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), content);
  };
  const read = (file: string): string => readFileSync(join(cwd, file), 'utf8');
  for (const [file, content] of Object.entries(given)) write(file, content);
  symlinkSync(DEPENDENCIES, join(cwd, 'node_modules'), 'junction');
  const files = (): Files =>
    Object.fromEntries(
      filesIn(cwd)
        .map((file) => relative(cwd, file).replaceAll('\\', '/'))
        .toSorted()
        .map((file) => [file, read(file)]),
    );
  return { cwd, write, read, files };
};
