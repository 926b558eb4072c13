import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Folders whose `*.test.ts` files are no tests of ours: material that tests read, and projects with their own tests. */
const NOT_OURS = new Set(['node_modules', 'fixtures', 'corpus', 'adopter', 'bench']);

/**
 * The test files below folders of the repository, sorted, as paths relative to it with forward slashes. Node 20 expands
 * no globs.
 *
 * @throws {Error} a folder does not exist
 */
export const testFiles = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => filesBelow(join(ROOT, folder))).sort();

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesBelow(path);
    return entry.name.endsWith('.test.ts') ? [relative(ROOT, path).split(sep).join('/')] : [];
  });
