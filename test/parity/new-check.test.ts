import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newCheck } from './new-check.ts';

const ROOT = join(import.meta.dirname, '../..');

test('a new check is laid out so that it compiles, and a second time nothing changes', () => {
  const copy = mkdtempSync(join(tmpdir(), 'lockstep-new-check-'));
  try {
    for (const part of ['parity', 'src', 'types', 'tsconfig.json', 'package.json']) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    mkdirSync(join(copy, 'test'));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    assert.deepEqual(newCheck('made-up', copy), [
      'parity/checks/made-up.ts',
      'parity/checks/made-up.md',
      'test/parity/fixtures/made-up/agrees.ts',
      'test/parity/fixtures/made-up/drifts.ts',
      'parity/check-facts.ts',
      'parity/messages.ts',
      'parity/checks/checks.ts',
    ]);
    assert.deepEqual(newCheck('made-up', copy), []);
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const files = ['parity/checks/checks.ts', 'parity/messages.ts'].map((file) => join(copy, file));
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--allowImportingTsExtensions',
      '--module',
      'nodenext',
    ];
    execFileSync(
      process.execPath,
      [tsc, '--ignoreConfig', '--target', 'esnext', '--types', 'node', ...options, ...files],
      {
        cwd: copy,
        stdio: 'pipe',
      },
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('an id that is none is refused', () => {
  assert.throws(
    () => newCheck('MadeUp', ROOT),
    /'MadeUp' is no id of a check\. Change it to words in kebab-case/,
  );
});
