import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { project } from './project.ts';
import { cliArguments, cliEnvironment } from './run-cli.ts';
import { DRIFTED, IN_STEP } from './store-files.ts';

/** Starts a watch; `until` resolves as soon as the output that follows the last match has the pattern. */
const startWatch = (test: TestContext, cwd: string, args: readonly string[]) => {
  const child = spawn(process.execPath, cliArguments(args), {
    cwd,
    env: cliEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  test.after(() => child.kill('SIGKILL'));
  let output = '';
  let notify: () => void = () => undefined;
  const append = (chunk: string): void => {
    output += chunk;
    notify();
  };
  child.stdout.setEncoding('utf8').on('data', append);
  child.stderr.setEncoding('utf8').on('data', append);
  const until = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      notify = () => {
        const found = pattern.exec(output);
        if (found === null) return;
        output = output.slice(found.index + found[0].length);
        notify = () => undefined;
        resolve();
      };
      notify();
    });
  return { child, until };
};

const READY = /Watching for changes; Ctrl\+C ends it\.\n/;

for (const args of [['check', '--watch'], ['watch']]) {
  test(`lockstep ${args.join(' ')} checks again on a change, survives a mistake, and ends cleanly`, async (t) => {
    const { cwd, write } = project(t, IN_STEP);
    const { child, until } = startWatch(t, cwd, args);
    await until(/In step\./);
    await until(READY);
    write('src/store.ts', DRIFTED['src/store.ts'] ?? '');
    await until(/lockstep\(missing-member\)/);
    await until(READY);
    write('lockstep.config.ts', 'export default {\n');
    await until(/lockstep: lockstep\.config\.ts:2:1 cannot be loaded/);
    await until(READY);
    write('lockstep.config.ts', IN_STEP['lockstep.config.ts'] ?? '');
    write('src/store.ts', IN_STEP['src/store.ts'] ?? '');
    await until(/In step\./);
    child.kill('SIGINT');
    const [code, signal] = await once(child, 'exit');
    assert.deepEqual({ code, signal }, { code: 0, signal: null });
  });
}

test('a report that the watch itself writes does not wake it', async (t) => {
  const { cwd, write, read } = project(t, IN_STEP);
  const { child, until } = startWatch(t, cwd, ['watch', '--format', 'json', '--output', 'report.json']);
  await until(READY);
  write('src/store.ts', DRIFTED['src/store.ts'] ?? '');
  await until(/Drift: 2 findings.*Written to report\.json\.\n/);
  assert.equal(JSON.parse(read('report.json')).ok, false);
  await until(READY);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});
