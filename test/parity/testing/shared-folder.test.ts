import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ParityError, sharedFolder } from '../../../parity/testing/index.ts';

describe('TestSharedFolder', () => {
  test('test_it_is_empty_and_at_the_same_path_each_time', () => {
    const folder = sharedFolder('same-path');
    writeFileSync(join(folder, 'left.txt'), 'left');
    assert.equal(sharedFolder('same-path'), folder);
    assert.deepEqual(readdirSync(folder), []);
    assert.notEqual(sharedFolder('other-path'), folder);
  });

  for (const name of ['', '..', '../up', 'a/b', '/root', '-rf']) {
    test(`test_a_name_that_is_no_folder_is_refused: '${name}'`, () => {
      assert.throws(() => sharedFolder(name), { name: ParityError.name, message: new RegExp(`'${name}'`) });
    });
  }

  test('test_it_is_removed_after_the_tests', (context) => {
    const folder = sharedFolder('removed');
    assert.ok(existsSync(folder));
    // Hooks run in the order in which they were made: this one, of the test's own, follows the folder's.
    context.after(() => assert.ok(!existsSync(folder)));
  });
});
