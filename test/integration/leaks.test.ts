import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./leaks/leaves-nothing-open.ts', import.meta.url));

/** What a process of its own still has open after its runtime was closed, besides its standard streams. */
const leftBy = (...args: readonly string[]): readonly string[] => {
  const output = execFileSync(process.execPath, ['--import', 'tsx', program, ...args], { encoding: 'utf8' });
  return JSON.parse(output).left;
};

describe('TestLeaks', () => {
  for (const side of ['sync', 'async']) {
    test(`test_nothing_is_open_after_close_${side}`, () => {
      assert.deepEqual(leftBy(side), []);
    });
  }

  test('test_what_is_not_closed_is_seen', () => {
    const left = leftBy('sync', 'unclosed');
    assert.ok(left.includes('TCPSocketWrap') && left.includes('Timeout'), `sees ${left.join(', ')}`);
  });
});
