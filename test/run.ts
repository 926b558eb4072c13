/**
 * Runs the tests: `npm test`, `npm test -- conditional` (files whose path has that text),
 * `npm test -- --test-name-pattern=skip` (any option of `node --test`).
 */
import { spawnSync } from 'node:child_process';
import { OWNER_VARIABLE } from './postgres/owner.ts';
import { nodeArguments } from './runner/node-arguments.ts';
import { testFiles } from './runner/test-files.ts';

const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith('-'));
// Node 20 writes TAP where there is no terminal.
if (!options.some((option) => option.startsWith('--test-reporter'))) options.push('--test-reporter=spec');
const filters = given.filter((argument) => !argument.startsWith('-'));
const files = testFiles(['test']).filter(
  (file) => filters.length === 0 || filters.some((filter) => file.includes(filter)),
);

if (files.length === 0) {
  console.error(
    `No test file below test/ has ${filters.map((filter) => `'${filter}'`).join(' or ')} in its path.`,
  );
  process.exitCode = 2;
} else {
  const env = { ...process.env, [OWNER_VARIABLE]: String(process.pid) };
  const run = spawnSync(process.execPath, [...nodeArguments(options), ...files], { stdio: 'inherit', env });
  if (run.error) throw run.error;
  process.exitCode = run.status ?? 1;
}
