import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { appendRecord } from '../../parity/history-file.ts';
import { readHistory } from '../../parity/history-read.ts';
import { sampleRecord } from './history-samples.ts';

const WRITER = join(import.meta.dirname, 'history-writer.ts');
const NODE = [process.execPath, '--import', 'tsx', WRITER];

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-history-'));
  file = join(folder, '.lockstep', 'history.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the history file', () => {
  test('is made with its folder, and gives back what was appended', () => {
    const records = [sampleRecord('2026-01-01'), sampleRecord('2026-01-02', { kind: 'audit' })];
    for (const record of records) appendRecord(file, record);
    assert.deepEqual(readHistory(file), { records, faults: [] });
  });

  test('is empty where there is none', () => {
    assert.deepEqual(readHistory(file), { records: [], faults: [] });
  });

  test('keeps every record of several processes that write at once', async () => {
    const [writers, each] = [4, 60];
    const codes = await Promise.all(
      Array.from({ length: writers }, async (_, index) => {
        // Longer than a pipe buffer or a page, so that a line written in parts would be torn by another's.
        const [command = '', ...rest] = [...NODE, file, `writer${index}`, String(each), '40000'];
        const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
        const [code] = await once(child, 'exit');
        return code;
      }),
    );
    assert.deepEqual(codes, [0, 0, 0, 0]);
    const { records, faults } = readHistory(file);
    assert.deepEqual(faults, []);
    const names = new Set(records.map(({ commit }) => commit?.replace(/x*$/, '')));
    assert.equal(names.size, writers * each);
  });

  test('loses no record that a killed process had written', async () => {
    const [command = '', ...rest] = [...NODE, file, 'victim', '100000', '200000'];
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    for await (const _ of createInterface({ input: child.stdout })) {
      acknowledged++;
      if (acknowledged === 20) child.kill('SIGKILL');
    }
    appendRecord(file, sampleRecord('2026-02-01'));
    const { records, faults } = readHistory(file);
    assert.ok(faults.length <= 1, 'at most the line that was being written is torn');
    assert.ok(records.length >= acknowledged + 1);
    assert.equal(records.at(-1)?.date, '2026-02-01T08:00:00.000Z');
  });

  test('loses no earlier record when the disk is full, and takes records again afterwards', async () => {
    appendRecord(file, sampleRecord('2026-01-01'));
    // A limit of the file's size is what a full disk looks like to a writer: part of the line, then an error.
    const script = `trap '' XFSZ; ulimit -f 8; exec "$@"`;
    const child = spawn('bash', ['-c', script, 'bash', ...NODE, file, 'big', '1', '40000'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // The limit holds for every file of the process, those of tsx's cache included.
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    });
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    const [code] = await once(child, 'close');
    assert.notEqual(code, 0);
    assert.match(Buffer.concat(said).toString(), /Only \d+ of \d+ bytes could be written .* Free disk space/);
    appendRecord(file, sampleRecord('2026-01-03'));
    const { records, faults } = readHistory(file);
    assert.deepEqual(
      records.map(({ date }) => date.slice(0, 10)),
      ['2026-01-01', '2026-01-03'],
    );
    assert.deepEqual(
      faults.map(({ line }) => line),
      [2],
    );
  });

  test('starts on a new line after a torn one, which stays for the reader to report', () => {
    appendRecord(file, sampleRecord('2026-01-01'));
    appendFileSync(file, '{"version":1,"da');
    appendRecord(file, sampleRecord('2026-01-03'));
    const lines = readFileSync(file, 'utf8').split('\n');
    assert.equal(lines[1], '{"version":1,"da');
    assert.equal(readHistory(file).records.length, 2);
  });
});
