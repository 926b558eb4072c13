import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairOfFlags, selectPairs } from '../../parity/select-pairs.ts';

const STORE = { name: 'Store', sync: 'a#Store', async: 'a#AsyncStore' };
const QUEUE = { name: 'Queue', sync: 'a#Queue', async: 'a#AsyncQueue' };

test('flags name a pair by its sync side, or by --pair', () => {
  assert.equal(pairOfFlags({}), null);
  assert.deepEqual(pairOfFlags({ sync: './a.ts#Store', async: './b.ts#AsyncStore' })?.name, 'Store');
  assert.deepEqual(pairOfFlags({ sync: 'node:fs#*Sync', async: 'node:fs/promises' })?.name, 'node:fs');
  assert.deepEqual(pairOfFlags({ sync: 'a#A', async: 'a#B', pair: ['mine'] })?.name, 'mine');
});

test('one flag without the other is refused with what to add', () => {
  assert.throws(
    () => pairOfFlags({ sync: 'a#A' }),
    /^WrongCall: --sync is given without --async\. Add --async/,
  );
  assert.throws(
    () => pairOfFlags({ async: 'a#A' }),
    /^WrongCall: --async is given without --sync\. Add --sync/,
  );
  assert.throws(() => pairOfFlags({ sync: 'a#A', async: 'a#B', pair: ['a', 'b'] }), /Give it once\.$/);
});

test('all pairs are selected, or those that are named, in the order of the config', () => {
  assert.deepEqual(selectPairs([STORE, QUEUE], [], 'c'), [STORE, QUEUE]);
  assert.deepEqual(selectPairs([STORE, QUEUE], ['Queue', 'Store'], 'c'), [STORE, QUEUE]);
  assert.deepEqual(selectPairs([STORE, QUEUE], ['Queue'], 'c'), [QUEUE]);
});

test('an unknown name, no pair and two pairs of one name are refused', () => {
  assert.throws(
    () => selectPairs([STORE], ['Stor'], 'c.ts'),
    /c\.ts has no pair 'Stor'\. Did you mean 'Store'\?$/,
  );
  assert.throws(
    () => selectPairs([], [], 'c.ts'),
    /has no pair, so there is nothing to compare\. Add one to 'pairs'\.$/,
  );
  assert.throws(
    () => selectPairs([STORE, STORE], [], 'c.ts'),
    /has two pairs named 'Store'\. Rename one of them\.$/,
  );
});
