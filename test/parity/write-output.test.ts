import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { writeOutput } from '../../parity/write-output.ts';
import { WrongCall } from '../../parity/wrong-call.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refusal = (output: string): string => {
  try {
    writeOutput(folder, output, 'x');
  } catch (error) {
    assert.ok(error instanceof WrongCall, String(error));
    return error.message;
  }
  return assert.fail(`${output} was written`);
};

describe('what is written where --output says', () => {
  test('is a new file, in new folders, and nothing else', () => {
    writeOutput(folder, 'a/b/report.json', 'whole');
    assert.equal(readFileSync(join(folder, 'a/b/report.json'), 'utf8'), 'whole');
    assert.deepEqual(readdirSync(folder, { recursive: true }), ['a', 'a/b', 'a/b/report.json']);
  });

  test('replaces a file, which keeps its mode', () => {
    const file = join(folder, 'report.json');
    writeFileSync(file, 'old and longer');
    chmodSync(file, 0o600);
    writeOutput(folder, 'report.json', 'new');
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  test('goes to the file that a link points at, and the link stays', () => {
    writeFileSync(join(folder, 'real.json'), 'old');
    symlinkSync('real.json', join(folder, 'link.json'));
    writeOutput(folder, 'link.json', 'new');
    assert.ok(lstatSync(join(folder, 'link.json')).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'real.json'), 'utf8'), 'new');
  });

  test('goes into a pipe, which stays one', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
    writeOutput(folder, 'pipe', 'through');
    const [read] = await Promise.all([text(reader.stdout), once(reader, 'close')]);
    assert.equal(read, 'through');
    assert.ok(lstatSync(pipe).isFIFO());
  });

  // A link of our own, so that a failure of this test replaces no device of the machine.
  test('goes to a device, which stays one', () => {
    symlinkSync('/dev/null', join(folder, 'null'));
    writeOutput(folder, 'null', 'away');
    assert.ok(statSync('/dev/null').isCharacterDevice());
    assert.ok(lstatSync(join(folder, 'null')).isSymbolicLink());
  });

  for (const [name, output, why] of [
    ['a folder', '.', 'it is a folder'],
    ['below a file', 'file/report.json', 'a file stands where its folder would be'],
    ['below a link to nowhere', 'nowhere/report.json', 'a file stands where its folder would be'],
    ['where no folder can be made', '/proc/lockstep/report.json', 'its folder cannot be made'],
  ] as const) {
    test(`is refused for ${name}`, () => {
      writeFileSync(join(folder, 'file'), 'kept');
      symlinkSync('absent', join(folder, 'nowhere'));
      assert.equal(refusal(output), `'${output}' cannot be written: ${why}. Name another file.`);
      assert.deepEqual(readdirSync(folder).sort(), ['file', 'nowhere']);
    });
  }
});
