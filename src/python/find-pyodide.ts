import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PythonNotInstalledError } from '../errors/python-not-installed-error.ts';

const require = createRequire(import.meta.url);

let found: string | undefined;

/**
 * The URL of Pyodide's module, which is looked for once.
 *
 * @throws {PythonNotInstalledError} there is none
 */
export const findPyodide = (nodeId: string): string => {
  found ??= urlOfPyodide(nodeId, require.resolve);
  return found;
};

/** As `findPyodide`, with what resolves the names of packages. */
export const urlOfPyodide = (nodeId: string, resolve: (name: string) => string): string => {
  try {
    return new URL('pyodide.mjs', pathToFileURL(resolve('pyodide/package.json'))).href;
  } catch (error) {
    throw new PythonNotInstalledError(nodeId, { cause: error });
  }
};
