import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean } from '../../parity/did-you-mean.ts';

test('a slip of the finger gets one suggestion, in the spelling that is known', () => {
  assert.equal(didYouMean('jsn', ['text', 'json']), "Did you mean 'json'?");
  assert.equal(didYouMean('MISSING-MEMBR', ['missing-member']), "Did you mean 'missing-member'?");
});

test('another word gets the list, up to twelve', () => {
  assert.equal(didYouMean('xml', ['text', 'json']), "Known are 'text', 'json'.");
  const many = Array.from({ length: 14 }, (_, index) => `name-${index}`);
  assert.match(didYouMean('xml', many), /'name-11' and 2 more\.$/);
});

test('nothing known is said', () => assert.equal(didYouMean('a', []), 'None is known.'));
