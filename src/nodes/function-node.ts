import * as v from 'valibot';
import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import { ConfigProblem, type NodeDefinition } from './node-definition.ts';
import { inputValues, policyEntries } from './policy-schema.ts';
import { readConfig } from './read-config.ts';

/** The function of a `FunctionNode`; the async runtime waits for a promise, the sync runtime refuses one. */
export type NodeFunction = (inputs: NodeInputs, context: NodeContext) => unknown;

const schema = v.strictObject({
  run: v.custom<NodeFunction>(
    (value) => typeof value === 'function',
    'a function (inputs, context) => output',
  ),
  inputs: inputValues,
  ...policyEntries,
});

/** The config of a `FunctionNode`. */
export type FunctionConfig = v.InferInput<typeof schema>;

/**
 * Calls a function of the host program.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('FunctionNode', 'double', { run: ({ n }) => ({ n: Number(n) * 2 }) });
 * ```
 */
export const functionNode: NodeDefinition<FunctionConfig> = {
  type: 'FunctionNode',
  inputs: 'any',
  parameters: 'all',
  prepare: (written) => {
    const config = readConfig(schema, written);
    return config instanceof ConfigProblem ? config : { config, outputs: 'any', behaviour: config.run };
  },
};
