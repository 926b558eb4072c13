import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertSameRun } from './agree.ts';
import { capturedCases } from './captured-cases.ts';
import { foretell } from './check-case.ts';
import { observeSync } from './observe.ts';
import { openRuleBook, ruleNames } from './rules.ts';

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
});
