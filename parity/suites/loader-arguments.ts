import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WrongCall } from '../wrong-call.ts';

const resolvesFrom = (base: string, name: string): string | null => {
  try {
    return createRequire(join(base, 'package.json')).resolve(name);
  } catch {
    return null;
  }
};

/**
 * The arguments with which `node` runs the test files of a project: source maps are always on, as coverage is wrong without
 * them, and TypeScript goes through the project's own `tsx`, or through Node.js where it can.
 *
 * @throws {WrongCall} when the files are TypeScript and nothing there can run them.
 */
export const loaderArguments = (base: string, files: readonly string[]): readonly string[] => {
  const sourceMaps = '--enable-source-maps';
  const tsx = resolvesFrom(base, 'tsx');
  if (tsx !== null) return [sourceMaps, '--import', pathToFileURL(tsx).href];
  const typed = files.some((file) => /\.[cm]?ts$/.test(file));
  if (!typed || (process.features as { readonly typescript?: unknown }).typescript) {
    return [sourceMaps];
  }
  throw new WrongCall(
    `The tests are TypeScript, which Node.js ${process.versions.node} does not run by itself. Install tsx ('npm install --save-dev tsx'), or use Node.js 22.18 or later.`,
  );
};
