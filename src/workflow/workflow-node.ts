import * as v from 'valibot';
import type { WorkflowContract } from '../../types/workflow.ts';
import { ConfigProblem, type NodeDefinition } from '../nodes/node-definition.ts';
import { inputValues, policyEntries } from '../nodes/policy-schema.ts';
import { readConfig } from '../nodes/read-config.ts';
import { isWorkflow } from './is-workflow.ts';

const schema = v.strictObject({
  workflow: v.custom<WorkflowContract>(isWorkflow, 'a built Workflow (did you forget .build()?)'),
  inputs: inputValues,
  ...policyEntries,
});

/** The config of a `WorkflowNode`. */
export type WorkflowNodeConfig = v.InferInput<typeof schema>;

/**
 * Runs a workflow as one node: its inputs are the inner run's parameters, its output is the inner run's results.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * const inner = new WorkflowBuilder('inner').addNode('CodeNode', 'add', { code: 'result = { sum: a + b }' }).build();
 * new WorkflowBuilder('outer').addNode('WorkflowNode', 'both', { workflow: inner, inputs: { a: 1, b: 2 } });
 * ```
 */
export const workflowNode: NodeDefinition<WorkflowNodeConfig> = {
  type: 'WorkflowNode',
  inputs: 'any',
  parameters: 'all',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    const { workflow } = config;
    return { config, outputs: workflow.nodes.map(({ id }) => id), behaviour: { workflow } };
  },
};
