import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interned } from '../../../src/engine/interned.ts';

test('test_an_interned_name_is_the_name', () => {
  for (const name of ['', 'value', '__proto__', 'constructor', '0', '-1', 'ü.x', ` in${1} `]) {
    assert.equal(interned(name), name);
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => interned(name) === name));
});
