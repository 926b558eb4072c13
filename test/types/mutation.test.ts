import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OPERATORS } from './drift-operators.ts';
import { checkKillsOf, killsOf, SUBJECTS, subjectDrifts } from './mutation.ts';

const made = SUBJECTS.map((subject) => ({ subject, drifts: subjectDrifts(subject) }));

test('every operator applies to one of the asynchronous sides', () => {
  const applied = new Set(made.flatMap(({ drifts }) => drifts.map(({ operator }) => operator)));
  assert.deepEqual(
    OPERATORS.filter(({ name }) => !applied.has(name)),
    [],
  );
});

for (const { subject, drifts } of made) {
  describe(`the drifts of ${subject.side}`, () => {
    /** One drift of each operator, each of another member as far as there are some; `npm run mutate` makes all. */
    const sample = OPERATORS.flatMap(({ name }, index) => {
      const own = drifts.filter(({ operator }) => operator === name);
      const one = own[index % own.length];
      return one ? [one] : [];
    });

    test('the gate refuses each drift of types on its line, and no other', () => {
      const kills = killsOf(subject, sample);
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
        checkKillsOf(subject, untyped),
        untyped.map(() => true),
      );
    });
  });
}
