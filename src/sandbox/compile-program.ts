import { CodeSyntaxError } from '../errors/code-syntax-error.ts';
import type { Answer } from './answer.ts';
import { attempt } from './attempt.ts';
import { failureOf } from './failure-of.ts';
import { DEFAULT_SANDBOX_LIMITS } from './limits.ts';
import { positionIn } from './sandbox-stack.ts';
import { guardSource, variableNames, wrapSource } from './wrap-source.ts';

/** Code whose syntax is checked, ready to run. */
export type Program = {
  /** The code as written. */
  readonly source: string;
  /** The expression to evaluate for inputs of these names. */
  readonly expressionFor: (inputNames: readonly string[]) => string;
};

/** Programs are mostly called with the same inputs; one that never is must not grow without bound. */
const MOST_VARIANTS = 50;

const newProgram = (source: string): Program => {
  const variants = new Map<string, string>();
  return {
    source,
    expressionFor: (inputNames) => {
      const key = inputNames.join('\n');
      const known = variants.get(key);
      if (known !== undefined) return known;
      if (variants.size >= MOST_VARIANTS) variants.clear();
      const expression = wrapSource(source, variableNames(source, inputNames));
      variants.set(key, expression);
      return expression;
    },
  };
};

const syntaxError = (answer: Answer, source: string): CodeSyntaxError => {
  const [detail, , stack]: [string, string, string] = JSON.parse(answer.slice(1));
  const position = positionIn(stack, source);
  if (position !== undefined) return new CodeSyntaxError(detail, position.line, position.column, source);
  // QuickJS met the wrapper's text after the source, of which the author knows nothing.
  const lines = source.split('\n');
  const end = (lines.at(-1)?.length ?? 0) + 1;
  return new CodeSyntaxError(
    'the code ends too early: a bracket, quote or comment is open',
    lines.length,
    end,
    source,
  );
};

/**
 * Checks the syntax of code for the sandbox, without running it.
 *
 * The code is a list of strict-mode statements. Each input is a variable of its name, where that is a valid
 * one, and a property of `inputs`. The value of the code is what it returns, or else what `result` is at its
 * end. `result` starts as the input of that name, or undefined. `await` may stand anywhere.
 *
 * @throws CodeSyntaxError with the line and column in the code as written.
 *
 * @example
 * ```ts
 * import { DEFAULT_SANDBOX_LIMITS } from './limits.ts';
 * import { runProgram } from './run-program.ts';
 * const program = compileProgram('result = { total: price * 2 }');
 * runProgram(program, { price: 21 }, DEFAULT_SANDBOX_LIMITS); // { total: 42 }
 * ```
 */
export const compileProgram = (source: string): Program => {
  const program = newProgram(source);
  const answer = attempt(DEFAULT_SANDBOX_LIMITS, ({ realm }) => {
    realm.parse(program.expressionFor([]));
    realm.parse(guardSource(source));
    return 'U';
  });
  if (answer.startsWith('X')) throw syntaxError(answer, source);
  const failure = failureOf(answer, DEFAULT_SANDBOX_LIMITS);
  if (failure !== undefined) throw failure;
  return program;
};
