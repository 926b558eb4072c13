import { createRequire } from 'node:module';
import type { JSONValue } from '@jmespath-community/jmespath';

type JmesPath = typeof import('@jmespath-community/jmespath');

// Loaded on first use: most programs that import the package never transform anything.
const jmesPath = (): JmesPath => createRequire(import.meta.url)('@jmespath-community/jmespath') as JmesPath;

/**
 * A JMESPath expression, compiled once, as a function of data.
 *
 * @throws {Error} the expression is no JMESPath
 */
export const compileJmesPath = (expression: string): ((data: unknown) => unknown) => {
  const { compile, TreeInterpreter } = jmesPath();
  const compiled = compile(expression);
  return (data) => TreeInterpreter.search(compiled, data as JSONValue);
};
