/**
 * Makes every drift of a fixed set of operators to every public member of the real `AsyncLocalRuntime`, and prints how
 * many of them the gate refuses and how many of the others `lockstep check` reports, by operator: `npm run mutate`.
 */
import { OPERATORS } from './drift-operators.ts';
import { checkKillsOf, killsOf, subjectDrifts } from './mutation.ts';

const drifts = subjectDrifts();
const kills = killsOf(drifts);
const survivors = drifts.filter((_, index) => kills[index] !== true);
const checkKills = checkKillsOf(survivors);
const unseen = survivors.filter((_, index) => checkKills[index] !== true);

const row = (cells: readonly string[]): string =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(42) : cell.padStart(7))).join('');
console.log(row(['operator', 'made', 'gate', 'check', 'alive']));
for (const { name } of OPERATORS) {
  const made = drifts.filter(({ operator }) => operator === name);
  const left = survivors.filter(({ operator }) => operator === name);
  const alive = unseen.filter(({ operator }) => operator === name);
  const counts = [made.length, made.length - left.length, left.length - alive.length, alive.length];
  console.log(row([name, ...counts.map(String)]) + alive.map(({ member }) => ` ${member}`).join(''));
}

const typed = drifts.filter(({ isTyped }) => isTyped);
const missed = survivors.filter(({ isTyped }) => isTyped);
console.log(`
The gate refuses ${typed.length - missed.length} of ${typed.length} drifts that types can see.
Gate and check together see ${drifts.length - unseen.length} of ${drifts.length}.`);
process.exitCode = missed.length + unseen.length > 0 ? 1 : 0;
