import * as v from 'valibot';
import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import { CodeMemoryError } from '../errors/code-memory-error.ts';
import { ConfigProblem, type NodeDefinition } from '../nodes/node-definition.ts';
import { inputValues, policyEntries } from '../nodes/policy-schema.ts';
import { readConfig } from '../nodes/read-config.ts';
import { encodeValue, TooManyValues } from '../sandbox/encode-value.ts';
import type { SandboxLimits } from '../sandbox/limits.ts';
import { askBlockingPython } from './blocking-python.ts';
import { askConcurrentPython } from './concurrent-python.ts';
import { findPyodide } from './find-pyodide.ts';
import type { PythonQuestion } from './python-messages.ts';
import { pythonOutcome } from './python-outcome.ts';

const schema = v.strictObject({
  code: v.pipe(v.string(), v.nonEmpty()),
  memoryLimitMb: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(1))),
  maxOutputBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  inputs: inputValues,
  ...policyEntries,
});

/**
 * The config of a `PythonCodeNode`. Unless given, `timeoutMs` is 5,000, from the moment that the interpreter is ready,
 * `memoryLimitMb` 256 besides what the interpreter itself takes, `maxOutputBytes` 4 MiB.
 */
export type PythonCodeConfig = v.InferInput<typeof schema>;

const DEFAULT_LIMITS: SandboxLimits = {
  timeoutMs: 5_000,
  memoryLimitMb: 256,
  maxOutputBytes: 4 * 1024 * 1024,
};
/** A value takes at least so many bytes in the interpreter. */
const BYTES_PER_VALUE = 8;
const MEBIBYTE = 1024 * 1024;

/**
 * Runs Python in a sandbox: each input is a variable, and `result` is what it gives. The optional package `pyodide` brings the
 * interpreter, which is loaded with the first such node.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('PythonCodeNode', 'total', { code: "result = {'total': price * amount}" });
 * ```
 */
export const pythonCodeNode: NodeDefinition<PythonCodeConfig> = {
  type: 'PythonCodeNode',
  inputs: 'any',
  parameters: 'all',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    const { timeoutMs, memoryLimitMb, maxOutputBytes } = { ...DEFAULT_LIMITS, ...config };
    const limits = { timeoutMs, memoryLimitMb, maxOutputBytes };
    const question = (inputs: NodeInputs): PythonQuestion => ({
      ask: 'run',
      code: config.code,
      inputs: encodeInputs(inputs, memoryLimitMb),
      memoryLimitMb,
    });
    return {
      config,
      outputs: 'any',
      keepsTimeLimit: true,
      behaviour: {
        sync: (inputs: NodeInputs, { nodeId }: NodeContext) =>
          pythonOutcome(nodeId, askBlockingPython(findPyodide(nodeId), question(inputs), timeoutMs), limits),
        async: async (inputs: NodeInputs, { nodeId, signal }: NodeContext) =>
          pythonOutcome(
            nodeId,
            await askConcurrentPython(findPyodide(nodeId), question(inputs), timeoutMs, signal),
            limits,
          ),
      },
    };
  },
};

/** `PythonCodeNode` under the name of its asynchronous form. */
export const asyncPythonCodeNode: NodeDefinition<PythonCodeConfig> = {
  ...pythonCodeNode,
  type: 'AsyncPythonCodeNode',
};

const encodeInputs = (inputs: NodeInputs, memoryLimitMb: number): string => {
  try {
    const text = encodeValue(inputs, 'inputs', (memoryLimitMb * MEBIBYTE) / BYTES_PER_VALUE);
    // Read by Python's own reader, which knows tags without being told that there are any.
    return text.startsWith('T') ? text.slice(1) : text;
  } catch (error) {
    if (error instanceof TooManyValues) throw new CodeMemoryError(memoryLimitMb);
    throw error;
  }
};
