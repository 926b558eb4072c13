/**
 * Checks 20,000 generated workflows, or as many as given: `npm run fuzz`, `npm run fuzz -- 500`,
 * `npm run fuzz -- 500 42` (with the seed 42).
 */
import { checkMany } from './check-many.ts';
import { openRuleBook } from './rules.ts';

const [countText = '20000', seedText = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
const [count, seed] = [Number(countText), Number(seedText)];
const batch = 250;

if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error(
    `Wrong call: ${process.argv.slice(2).join(' ')}. Give how many workflows (from 1) and, if wanted, a seed: whole numbers.`,
  );
  process.exitCode = 2;
} else {
  console.log(`${count} generated workflows on both runtimes, seed ${seed}`);
  const book = openRuleBook();
  let done = 0;
  const showProgress = (): undefined => {
    done += 1;
    if (process.stdout.isTTY && done % 10 === 0) process.stdout.write(`\r${done} of ${count}`);
  };
  try {
    for (let start = 0; start < count; start += batch) {
      await checkMany(seed + start, Math.min(batch, count - start), book, showProgress);
    }
    console.log(
      `${process.stdout.isTTY ? '\r' : ''}${count} agree with the reference, raw; ${book.counts.size} rules exercised.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
