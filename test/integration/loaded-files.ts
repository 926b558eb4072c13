import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

// A loader hook that prints the address of each module; what CommonJS modules load themselves is in `require.cache`.
const hook = `
import { writeSync } from 'node:fs';
export const load = (url, context, next) => { writeSync(1, url + '\\n'); return next(url, context); };
`;
const program = (statements: string): string => `
import { createRequire, register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));
${statements}
for (const file of Object.keys(createRequire(process.cwd() + '/').cache)) console.log(file);
`;

/** The addresses of all modules that statements load, run in a process of their own in the root of the repository. */
export const loadedFiles = (statements: string): readonly string[] =>
  execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program(statements)], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((line) => line !== '');

/** The names of the packages that files belong to, each once, sorted. */
export const packagesOf = (files: readonly string[]): readonly string[] => {
  const names = files
    .filter((file) => file.includes('node_modules/'))
    .map((file) => file.slice(file.lastIndexOf('node_modules/') + 'node_modules/'.length).split('/'))
    .map(([scope = '', name = '']) => (scope.startsWith('@') ? `${scope}/${name}` : scope));
  return [...new Set(names)].sort();
};
