import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixtures, foundInFixtures } from './fixtures.ts';

describe('every check over every fixture', () => {
  const found = foundInFixtures();
  for (const { id, kind, pair, expected } of fixtures) {
    test(`${id}: a pair that ${kind}`, () => {
      assert.deepEqual(found.get(pair.name), expected);
    });
  }
});
