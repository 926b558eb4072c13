import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATORS } from './drift-operators.ts';
import { checkKillsOf, killsOf, subjectDrifts } from './mutation.ts';

const drifts = subjectDrifts();

/** One drift of each operator, each of another member as far as there are some; `npm run mutate` makes all. */
const sample = OPERATORS.flatMap(({ name }, index) => {
  const own = drifts.filter(({ operator }) => operator === name);
  const one = own[index % own.length];
  return one ? [one] : [];
});

test('every operator applies to the runtime', () => {
  assert.deepEqual(
    OPERATORS.filter(({ name }) => !drifts.some(({ operator }) => operator === name)),
    [],
  );
});

test('the gate refuses each drift of types on its line, and no other', () => {
  const kills = killsOf(sample);
  const wrong = sample.filter(({ isTyped }, index) => kills[index] !== isTyped);
  assert.deepEqual(
    wrong.map(({ operator, member }) => `${operator}: ${member}`),
    [],
  );
});

test('lockstep check reports each drift that is none of types', () => {
  const untyped = sample.filter(({ isTyped }) => !isTyped);
  assert.ok(untyped.length > 0);
  assert.deepEqual(
    checkKillsOf(untyped),
    untyped.map(() => true),
  );
});
