import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { testFiles } from './test-files.ts';

describe('TestRunner', () => {
  test('test_a_filter_that_finds_no_file_fails', () => {
    const script = join(import.meta.dirname, '..', 'run.ts');
    const run = spawnSync(process.execPath, ['--import', 'tsx', script, 'no-such-file'], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 2);
    assert.match(run.stderr, /No test file below test\/ has 'no-such-file' in its path/);
  });

  test('test_material_that_tests_read_is_no_test', () => {
    const files = testFiles(['test']);
    assert.ok(files.includes('test/runner/run.test.ts'));
    assert.deepEqual(
      files.filter((file) => /\/(fixtures|corpus|node_modules|adopter)\//.test(file)),
      [],
    );
    assert.deepEqual(files, [...files].sort());
  });

  test('test_a_folder_that_does_not_exist_is_an_error', () => {
    assert.throws(() => testFiles(['test/no-such-folder']), /no-such-folder/);
  });
});
