import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkMany } from './check-many.ts';
import { openRuleBook, ruleNames, rules } from './rules.ts';
import { seeds, workflowsPerSeed } from './seeds.ts';

describe('TestBehaviourParity', () => {
  const book = openRuleBook();

  for (const seed of seeds) {
    test(`test_${workflowsPerSeed}_generated_workflows_agree_with_the_reference_seed_${seed}`, () =>
      checkMany(seed, workflowsPerSeed, book));
  }

  test('test_the_generated_workflows_come_to_every_rule', () => {
    const seldom = ruleNames.filter((rule) => (book.counts.get(rule) ?? 0) < rules[rule]);
    assert.deepEqual(
      seldom.map((rule) => `${rule}: ${book.counts.get(rule) ?? 0} times, wanted ${rules[rule]}`),
      [],
    );
  });

  test('test_50_workflows_of_a_new_seed_agree_with_the_reference', async (context) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    context.diagnostic(`seed ${seed}`);
    await checkMany(seed, 50, openRuleBook());
  });
});
