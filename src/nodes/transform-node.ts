import * as v from 'valibot';
import { messageOf } from '../errors/message-of.ts';
import { TransformError } from '../errors/transform-error.ts';
import { compileJmesPath } from './jmespath.ts';
import { jsonCopy } from './json-copy.ts';
import { ConfigProblem, type NodeDefinition } from './node-definition.ts';
import { inputValues, policyEntries } from './policy-schema.ts';
import { readConfig } from './read-config.ts';

const schema = v.strictObject({
  expression: v.pipe(v.string(), v.nonEmpty()),
  inputs: inputValues,
  ...policyEntries,
});

/** The config of a `TransformNode`. */
export type TransformConfig = v.InferInput<typeof schema>;

/**
 * Evaluates a JMESPath expression (community specification: https://jmespath.site) over the object of its inputs; its value
 * is the output `result`.
 *
 * JMESPath and not JSONata: an expression has no loops and no recursion, so it always ends and needs no one to stop it, and
 * it evaluates at once, so both runtimes run the same code. (JSONata 2 answers only with promises, and can recurse forever.)
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('TransformNode', 'names', { expression: 'users[?age >= `18`].name | sort(@)' });
 * ```
 */
export const transformNode: NodeDefinition<TransformConfig, { readonly result: unknown }> = {
  type: 'TransformNode',
  inputs: 'any',
  parameters: 'all',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    const { expression } = config;
    const evaluate = compile(expression);
    if (evaluate instanceof ConfigProblem) return evaluate;
    return {
      config,
      outputs: ['result'],
      behaviour: (inputs, { nodeId }) => {
        try {
          const value = evaluate(jsonCopy({ ...inputs }, null, 'inputs'));
          return { result: jsonCopy(value, Object.prototype, 'the result') };
        } catch (error) {
          throw new TransformError(nodeId, expression, messageOf(error));
        }
      },
    };
  },
};

const compile = (expression: string): ReturnType<typeof compileJmesPath> | ConfigProblem => {
  try {
    return compileJmesPath(expression);
  } catch (error) {
    return new ConfigProblem(
      `'expression' is ${JSON.stringify(expression.slice(0, 200))}: give a JMESPath expression (${messageOf(error)}).`,
    );
  }
};
