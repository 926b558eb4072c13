import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WrongCall } from '../wrong-call.ts';

const TEST_FILE = /\.(test|spec)\.[cm]?[jt]s$/;

const below = (base: string, path: string): readonly string[] =>
  readdirSync(join(base, path), { withFileTypes: true }).flatMap((entry) => {
    const each = `${path}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : below(base, each);
    return TEST_FILE.test(entry.name) ? [each] : [];
  });

/**
 * The test files that a list of files and folders names, sorted, relative to the base with forward slashes. A file that is
 * named itself may be called as it likes.
 *
 * @throws {WrongCall} when a path does not exist: leaving it out would pass without its tests.
 */
export const findTestFiles = (base: string, paths: readonly string[]): readonly string[] => {
  const files = paths.flatMap((given) => {
    const path = given.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/$/, '');
    if (!existsSync(join(base, path))) {
      throw new WrongCall(
        `The tests '${given}' of 'suites' do not exist in the folder of the config. Change the path.`,
      );
    }
    return statSync(join(base, path)).isDirectory() ? below(base, path) : [path];
  });
  return [...new Set(files)].toSorted();
};
