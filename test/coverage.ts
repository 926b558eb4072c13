/** Measures what each side's own tests cover of `src/`, and fails when a side is behind: `npm run coverage`. */
import { coverageProblems, isConditional, LIMITS } from './coverage/coverage-problems.ts';
import { measureSide, type Share, type SideMeasure } from './coverage/measure-side.ts';

const column = (text: string, width = 20): string => text.padStart(width);
const share = ({ percent, covered, total }: Share): string => `${percent.toFixed(2)} % (${covered}/${total})`;
const row = ({ side, branches, lines, tests }: SideMeasure): string =>
  side.padEnd(6) +
  column(share(branches)) +
  column(share(lines)) +
  column(String(tests.length), 8) +
  column(String(tests.filter(isConditional).length), 13);

const sync = measureSide('sync');
const async = measureSide('async');
console.log(
  `\nside  ${column('branches')}${column('lines')}${column('tests', 8)}${column('conditional', 13)}`,
);
console.log(row(sync));
console.log(row(async));
const points = Math.abs(sync.branches.percent - async.branches.percent);
console.log(`Difference: ${points.toFixed(2)} points of branches (at most ${LIMITS.difference}).`);

const problems = coverageProblems(sync, async);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
