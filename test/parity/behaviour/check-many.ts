import fc from 'fast-check';
import { checkCase } from './check-case.ts';
import type { RuleBook } from './rules.ts';
import { toCode } from './to-code.ts';
import { runCase } from './workflow-arbitrary.ts';

/**
 * Checks generated cases.
 *
 * @throws Error with the smallest failing workflow as code that reproduces it, and the seed
 */
export const checkMany = async (
  seed: number,
  numRuns: number,
  book: RuleBook,
  afterEach: () => unknown = () => undefined,
): Promise<undefined> => {
  const property = fc.asyncProperty(runCase, async (run) => {
    await checkCase(run, book);
    afterEach();
  });
  const details = await fc.check(property, { seed, numRuns });
  if (!details.failed) return;
  const [smallest] = details.counterexample ?? [];
  if (smallest === undefined) throw new Error(`The seed ${seed} gave no counterexample.`);
  const { errorInstance } = details;
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  // Stacks always differ and are never compared; they would only hide what does.
  const why = message.replace(/\n[+-]? +at .*/g, '');
  const how = `{ seed: ${seed}, path: '${details.counterexamplePath}' }`;
  throw new Error(
    `A workflow behaves otherwise than src/SEMANTICS.md says (${how}).\n\n${toCode(smallest)}\n${why}`,
  );
};
