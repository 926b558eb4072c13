/**
 * Runs the tests on each supported Node.js: `npm run test:nodes`, or `npm run test:nodes -- 22` for one of them; what
 * follows the versions goes to `test/run.ts`. The binaries come from npm packages that need no install script.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SUPPORTED = ['20', '22', '24'];
const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'node-versions');

/** The path of a Node.js of that major version, fetched once. */
const nodeOf = (major: string): string => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const prefix = join(CACHE, major);
  const binary = join(
    prefix,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(binary)) {
    const install = [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefix',
      prefix,
    ];
    execFileSync('npm', [...install, `${name}@${major}`], { stdio: 'inherit' });
  }
  return binary;
};

const given = process.argv.slice(2);
const chosen = given.filter((argument) => SUPPORTED.includes(argument));
const rest = given.filter((argument) => !SUPPORTED.includes(argument));
const outcomes = (chosen.length > 0 ? chosen : SUPPORTED).map((major) => {
  const node = nodeOf(major);
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`\n== Node.js ${version}`);
  const run = spawnSync(node, ['--import', 'tsx', 'test/run.ts', ...rest], { stdio: 'inherit' });
  return { version, passed: run.status === 0 };
});

console.log();
for (const { version, passed } of outcomes)
  console.log(`Node.js ${version}: ${passed ? 'passed' : 'FAILED'}`);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
