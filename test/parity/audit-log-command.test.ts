import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fileAuditSink, LocalRuntime } from '../../src/index.ts';
import { runCliBeside } from './run-cli-beside.ts';

let folder = '';
let head = '';
const file = (): string => join(folder, 'audit.jsonl');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-audit-log-'));
  const sink = fileAuditSink(file());
  const runtime = new LocalRuntime({ audit: { sink } });
  for (const type of ['a', 'b', 'c']) head = runtime.logAuditEvent({ type }).hash;
  sink.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const verify = (...args: readonly string[]): ReturnType<typeof runCliBeside> =>
  runCliBeside(folder, ['audit-log', 'verify', ...args], {});

describe('lockstep audit-log', () => {
  test('says that a log is intact, and what the chain alone cannot say', async () => {
    const run = await verify('audit.jsonl');
    assert.equal(
      run.stdout,
      `Intact: 3 entries, head ${head}.\nEntries cut off at the end do not show by the chain alone: give --count or --head.\n`,
    );
    assert.equal(run.status, 0);
    const anchored = await verify('audit.jsonl', '--head', head, '--count', '3');
    assert.deepEqual([anchored.status, anchored.stdout], [0, `Intact: 3 entries, head ${head}.\n`]);
  });

  test('names the first bad line and why, with status 1', async () => {
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('"type":"b"', '"type":"z"'));
    const run = await verify('audit.jsonl');
    assert.match(run.stdout, /^Broken\. audit\.jsonl:2: it was edited: its hash says/);
    assert.equal(run.status, 1);
  });

  test('sees a cut end by --count and by --head', async () => {
    const lines = readFileSync(file(), 'utf8').split('\n');
    writeFileSync(file(), `${lines.slice(0, 2).join('\n')}\n`);
    assert.equal((await verify('audit.jsonl')).status, 0);
    assert.match((await verify('audit.jsonl', '--count', '3')).stdout, /There are 2 entries/);
    assert.equal((await verify('audit.jsonl', '--head', head)).status, 1);
  });

  test('goes on after an entry whose file is gone', async () => {
    const [first = '', ...rest] = readFileSync(file(), 'utf8').split('\n');
    const { hash } = JSON.parse(first) as { hash: string };
    writeFileSync(file(), rest.join('\n'));
    assert.equal((await verify('audit.jsonl')).status, 1);
    assert.equal((await verify('audit.jsonl', '--after', `1:${hash}`)).status, 0);
  });

  test('refuses a wrong call with status 2', async () => {
    const calls = [['missing.jsonl'], ['audit.jsonl', '--head', 'x'], ['audit.jsonl', '--count', 'x']];
    for (const args of [...calls, ['audit.jsonl', '--after', '1']]) {
      assert.equal((await verify(...args)).status, 2, args.join(' '));
    }
    const action = await runCliBeside(folder, ['audit-log', 'mend', 'audit.jsonl'], {});
    assert.match(
      action.stderr,
      /Write 'lockstep audit-log verify <files...>', not 'audit-log mend audit.jsonl'/,
    );
    assert.equal(action.status, 2);
  });
});
