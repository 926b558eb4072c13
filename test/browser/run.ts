/**
 * Runs the tests that need a browser: `npm run test:browser`. They are `*.browser.ts` files, so that `npm test` does not
 * find them.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeArguments } from '../runner/node-arguments.ts';

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.browser.ts'))
  .sort()
  .map((name) => join(import.meta.dirname, name));

const run = spawnSync(process.execPath, [...nodeArguments(process.argv.slice(2)), ...files], {
  stdio: 'inherit',
});
if (run.error) throw run.error;
process.exitCode = run.status ?? 1;
