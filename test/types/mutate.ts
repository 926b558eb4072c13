/**
 * Makes every drift of a fixed set of operators to every public member of the real `AsyncLocalRuntime`, and prints how
 * many of them the gate refuses, by operator: `npm run mutate`.
 */
import { OPERATORS } from './drift-operators.ts';
import { killsOf, subjectDrifts } from './mutation.ts';

const drifts = subjectDrifts();
const kills = killsOf(drifts);
const outcomes = drifts.map((drift, index) => ({ ...drift, isKilled: kills[index] === true }));

for (const { name, isTyped } of OPERATORS) {
  const own = outcomes.filter(({ operator }) => operator === name);
  const killed = own.filter(({ isKilled }) => isKilled).length;
  const alive = own.filter(({ isKilled }) => !isKilled).map(({ member }) => member);
  const note = isTyped
    ? alive.map((member) => ` survived: ${member}`).join('')
    : ' (no drift of types: a matter for lockstep check)';
  console.log(`${name.padEnd(42)} ${`${killed}/${own.length}`.padStart(7)}${note}`);
}
const typed = outcomes.filter(({ isTyped }) => isTyped);
const killed = typed.filter(({ isKilled }) => isKilled).length;
console.log(
  `\nThe gate refuses ${killed} of ${typed.length} drifts that types can see (${outcomes.length} in all).`,
);
process.exitCode = killed === typed.length ? 0 : 1;
