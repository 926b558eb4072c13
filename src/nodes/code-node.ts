import * as v from 'valibot';
import type { NodeInputs } from '../../types/node-contract.ts';
import { CodeMemoryError } from '../errors/code-memory-error.ts';
import { CodeOutputTooLargeError } from '../errors/code-output-too-large-error.ts';
import { CodeStackError } from '../errors/code-stack-error.ts';
import { CodeSyntaxError } from '../errors/code-syntax-error.ts';
import { CodeThrownError } from '../errors/code-thrown-error.ts';
import { CodeTimeoutError } from '../errors/code-timeout-error.ts';
import { CodeUnsettledError } from '../errors/code-unsettled-error.ts';
import { UnclonableValueError } from '../errors/unclonable-value-error.ts';
import { compileProgram, type Program } from '../sandbox/compile-program.ts';
import { DEFAULT_SANDBOX_LIMITS } from '../sandbox/limits.ts';
import { runProgram } from '../sandbox/run-program.ts';
import { ConfigProblem, type NodeDefinition, type NodeOrigin } from './node-definition.ts';
import { inputValues, policyEntries } from './policy-schema.ts';
import { readConfig } from './read-config.ts';

const schema = v.strictObject({
  code: v.pipe(v.string(), v.nonEmpty()),
  memoryLimitMb: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(1))),
  maxOutputBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  cpuBound: v.exactOptional(v.boolean()),
  inputs: inputValues,
  ...policyEntries,
});

/**
 * The config of a `CodeNode`; `timeoutMs` is 5,000 unless given, and ends the code while it runs. With `cpuBound` it runs in a
 * worker on the async runtime: a call costs more there, and leaves the event loop free.
 */
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
    const run = (inputs: NodeInputs): unknown => runProgram(program, inputs, limits);
    return {
      config,
      outputs: 'any',
      behaviour:
        config.cpuBound === true
          ? { sync: run, cpuBound: true, origin: { ...ORIGIN, config: written } }
          : run,
      keepsTimeLimit: true,
    };
  },
};

const ORIGIN: NodeOrigin = {
  ...{ module: import.meta.url, name: 'codeNode' },
  errors: [
    CodeMemoryError,
    CodeOutputTooLargeError,
    CodeStackError,
    CodeThrownError,
    CodeTimeoutError,
    CodeUnsettledError,
    UnclonableValueError,
  ],
};

const compile = (code: string): Program | ConfigProblem => {
  try {
    return compileProgram(code);
  } catch (error) {
    if (error instanceof CodeSyntaxError) return new ConfigProblem(error.message);
    throw error;
  }
};
