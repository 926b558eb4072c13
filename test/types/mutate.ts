/**
 * Makes every drift of a fixed set of operators to every public member of the asynchronous sides of this repository, and prints
 * how many of them the gate refuses and how many of the others `lockstep check` reports, by operator: `npm run mutate`.
 */
import { OPERATORS } from './drift-operators.ts';
import { checkKillsOf, killsOf, SUBJECTS, subjectDrifts } from './mutation.ts';

const outcomes = SUBJECTS.flatMap((subject) => {
  const drifts = subjectDrifts(subject);
  const kills = killsOf(subject, drifts);
  const survivors = drifts.filter((_, index) => kills[index] !== true);
  const checkKills = checkKillsOf(subject, survivors);
  return drifts.map((drift) => {
    const place = survivors.indexOf(drift);
    return { ...drift, byGate: place === -1, byCheck: place !== -1 && checkKills[place] === true };
  });
});
type Outcome = (typeof outcomes)[number];

const isAlive = ({ byGate, byCheck }: Outcome): boolean => !byGate && !byCheck;
const row = (cells: readonly string[]): string =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(42) : cell.padStart(7))).join('');
const counted = (title: string, made: readonly Outcome[]): string => {
  const alive = made.filter(isAlive);
  const [gate, check] = [made.filter(({ byGate }) => byGate), made.filter(({ byCheck }) => byCheck)];
  const counts = [made, gate, check, alive].map(({ length }) => String(length));
  return row([title, ...counts]) + alive.map(({ side, member }) => ` ${side}.${member}`).join('');
};

console.log(row(['operator', 'made', 'gate', 'check', 'alive']));
for (const { name } of OPERATORS) {
  console.log(
    counted(
      name,
      outcomes.filter(({ operator }) => operator === name),
    ),
  );
}
console.log('');
for (const { side } of SUBJECTS)
  console.log(
    counted(
      side,
      outcomes.filter((each) => each.side === side),
    ),
  );

const typed = outcomes.filter(({ isTyped }) => isTyped);
const missed = typed.filter(({ byGate }) => !byGate);
const unseen = outcomes.filter(isAlive);
console.log(`
The gate refuses ${typed.length - missed.length} of ${typed.length} drifts that types can see.
Gate and check together see ${outcomes.length - unseen.length} of ${outcomes.length}.`);
for (const { side, member, operator } of missed)
  console.log(`Unseen by the gate: ${operator}: ${side}.${member}`);
process.exitCode = missed.length + unseen.length > 0 ? 1 : 0;
