import * as v from 'valibot';
import { CodeSyntaxError } from '../errors/code-syntax-error.ts';
import { compileProgram, type Program } from '../sandbox/compile-program.ts';
import { DEFAULT_SANDBOX_LIMITS } from '../sandbox/limits.ts';
import { runProgram } from '../sandbox/run-program.ts';
import { ConfigProblem, type NodeDefinition } from './node-definition.ts';
import { inputValues, policyEntries } from './policy-schema.ts';
import { readConfig } from './read-config.ts';

const schema = v.strictObject({
  code: v.pipe(v.string(), v.nonEmpty()),
  memoryLimitMb: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(1))),
  maxOutputBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  inputs: inputValues,
  ...policyEntries,
});

/** The config of a `CodeNode`; `timeoutMs` is 5,000 unless given, and ends the code while it runs. */
export type CodeConfig = v.InferInput<typeof schema>;

/**
 * Runs JavaScript in a sandbox without host objects; each input is a variable, and `result` is what it gives.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('CodeNode', 'total', { code: 'result = { total: price * amount }' });
 * ```
 */
export const codeNode: NodeDefinition<CodeConfig> = {
  type: 'CodeNode',
  inputs: 'any',
  parameters: 'all',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    const program = compile(config.code);
    if (program instanceof ConfigProblem) return program;
    const { timeoutMs, memoryLimitMb, maxOutputBytes } = { ...DEFAULT_SANDBOX_LIMITS, ...config };
    const limits = { timeoutMs, memoryLimitMb, maxOutputBytes };
    return {
      config,
      outputs: 'any',
      behaviour: (inputs) => runProgram(program, inputs, limits),
      keepsTimeLimit: true,
    };
  },
};

const compile = (code: string): Program | ConfigProblem => {
  try {
    return compileProgram(code);
  } catch (error) {
    if (error instanceof CodeSyntaxError) return new ConfigProblem(error.message);
    throw error;
  }
};
