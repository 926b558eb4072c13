import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readBaseline } from '../../parity/read-baseline.ts';
import { baselineText } from '../../parity/update-baseline.ts';
import { WrongCall } from '../../parity/wrong-call.ts';

const ENTRY = { pair: 'Store', member: 'get', check: 'parameter-name', side: 'async', reason: '' } as const;

const read = (test: TestContext, text: string | null) => {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-baseline-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'lockstep.baseline.json');
  if (text !== null) writeFileSync(file, text);
  return readBaseline(file, folder);
};

test('an entry knows its own line and column', async (t) => {
  const [first, second] = await read(t, baselineText([ENTRY, { ...ENTRY, member: 'set' }]));
  assert.deepEqual(first, { entry: ENTRY, file: 'lockstep.baseline.json', line: 4, column: 5 });
  assert.equal(second?.line, 11);
});

test('no file is no entry', async (t) => assert.deepEqual(await read(t, null), []));

for (const [text, message] of [
  [
    '{',
    /^lockstep\.baseline\.json is not JSON: .* or remove it and run 'lockstep check --update-baseline'\.$/,
  ],
  ['{ "version": 2, "allow": [] }', /^'version' in lockstep\.baseline\.json is 2\. Change it to 1\.$/],
  [
    '{ "version": 1, "allow": [{ "pair": "a", "member": "b", "chek": "c" }] }',
    /has the unknown key 'allow\[0\]\.chek'\. Did you mean 'check'\?$/,
  ],
] as const) {
  test(`refuses ${text}`, async (t) => {
    await assert.rejects(read(t, text), (error) => error instanceof WrongCall && message.test(error.message));
  });
}
