import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { checkOnce } from '../../../parity/commands/check-once.ts';
import { FIXTURES } from '../fixtures.ts';

const [sync, async] = ['./missing-member/agrees.ts#Store', './missing-member/agrees.ts#AsyncStore'];

/** What a check writes to the error stream, on a terminal or into a pipe. */
const progressOn = async (isTTY: boolean, env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const [stdout, stderr] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY })];
  const streams = { stdin: process.stdin, stdout, stderr } as unknown as Pick<
    NodeJS.Process,
    'stdin' | 'stdout' | 'stderr'
  >;
  assert.equal(
    await checkOnce({ sync, async, format: 'json', color: false }, { cwd: FIXTURES, env, ...streams }),
    0,
  );
  return String(stderr.read() ?? '');
};

test('a terminal is shown what is compared, on one line that is cleared at the end', async () => {
  assert.equal(
    (await progressOn(true)).replaceAll('\r\u001b[K', '|'),
    `|Starting the compiler…|Comparing Store (1 of 1)…|`,
  );
});

test('a pipe is shown nothing, nor is a terminal that cannot clear a line', async () => {
  assert.equal(await progressOn(false), '');
  assert.equal(await progressOn(true, { TERM: 'dumb' }), '');
});
