import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertSameRun } from './agree.ts';
import { capturedCases } from './captured-cases.ts';
import { foretell } from './check-case.ts';
import { checkMany } from './check-many.ts';
import { observeSync } from './observe.ts';
import { openRuleBook, ruleNames } from './rules.ts';
import { seeds } from './seeds.ts';

/** The cases with what the sync runtime really gave, and the rules that each comes to. */
const observed = capturedCases().map((run) => {
  const observation = observeSync(run);
  const book = openRuleBook();
  foretell(run, observation, book);
  return { run, observation, rules: book.counts };
});

describe('TestBehaviourParitySabotage', () => {
  for (const rule of ruleNames) {
    test(`test_the_1000_workflows_catch_a_reference_without_the_rule_(${rule})`, () => {
      const caught = observed.some(({ run, observation, rules }) => {
        if (!rules.has(rule)) return false;
        try {
          assertSameRun(observation, foretell(run, observation, openRuleBook(rule)));
          return false;
        } catch {
          return true;
        }
      });
      assert.ok(caught, `No generated workflow tells whether '${rule}' holds.`);
    });
  }

  test('test_a_disagreement_is_printed_as_the_smallest_workflow_in_code', async () => {
    const seed = seeds[0] ?? 1;
    const failure = await checkMany(seed, 250, openRuleBook('fail: the status is partial')).then(
      () => assert.fail('The sabotaged reference agreed.'),
      (error: unknown) => String(error),
    );
    assert.equal(failure.split('.addNode(').length - 1, 1, failure);
    for (const part of [
      `{ seed: ${seed}, path: `,
      "from 'lockstep'",
      'new WorkflowBuilder(',
      "status: 'partial'",
    ]) {
      assert.ok(failure.includes(part), failure);
    }
  });
});
