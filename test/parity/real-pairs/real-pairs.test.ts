import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scoreRealPairs, truthOf } from './score.ts';

describe('pairs that nobody here wrote', () => {
  const scores = scoreRealPairs();
  const all = (pick: (score: (typeof scores)[number]) => readonly string[]): number =>
    scores.reduce((sum, score) => sum + pick(score).length, 0);

  for (const { name, compared, missed, unjudged } of scores) {
    test(`${name}: nothing missed, nothing that nobody has judged`, () => {
      assert.ok(compared > 0);
      assert.deepEqual(missed, []);
      assert.deepEqual(unjudged, []);
    });
  }

  test("TypeScript's own pair is in step", () => {
    const [typescript] = scores;
    assert.equal(typescript?.name, 'typescript');
    assert.deepEqual(typescript.hits, []);
    assert.ok(typescript.compared >= 241);
  });

  test('at most 2 % of the findings are false', () => {
    const found = all(({ hits }) => hits) + all(({ falseFindings }) => falseFindings);
    assert.ok(all(({ falseFindings }) => falseFindings) / found <= 0.02);
  });

  test('every judgement gives a reason', () => {
    for (const { name } of scores) {
      for (const { reason } of truthOf(name)) assert.notEqual(reason, '');
    }
  });
});
