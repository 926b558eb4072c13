import { checkPages } from './check-pages.ts';
import { didYouMean } from './did-you-mean.ts';
import { WrongCall } from './wrong-call.ts';

/**
 * The page of a check.
 *
 * @throws {WrongCall} when there is no such check.
 */
export const explainCheck = (id: string): string => {
  const pages = checkPages();
  const page = pages.find((each) => each.id === id);
  if (page !== undefined) return `${page.text.trimEnd()}\n`;
  const ids = pages.map((each) => each.id);
  throw new WrongCall(`There is no check '${id}'. ${didYouMean(id, ids)} 'lockstep explain' lists all.`);
};

/** All checks, one a line: the id and what it finds. */
export const listChecks = (): string => {
  const pages = checkPages();
  const width = Math.max(...pages.map((each) => each.id.length));
  return pages.map(({ id, title }) => `${id.padEnd(width)}  ${title}\n`).join('');
};
