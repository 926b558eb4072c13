import * as v from 'valibot';
import type { WorkflowContract } from '../../types/workflow.ts';
import { suggest } from '../errors/suggest.ts';
import { ConfigProblem, type NodeDefinition, type PreparedNode } from '../nodes/node-definition.ts';
import type { NodeRegistry } from '../nodes/node-registry.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { inputValues, policyEntries } from '../nodes/policy-schema.ts';
import { readConfig } from '../nodes/read-config.ts';
import { isWorkflow } from './is-workflow.ts';
import { workflowNode } from './workflow-node.ts';

const isDefinition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'prepare' in value && typeof value.prepare === 'function';

/** The node that a loop runs for each item, as `addNode` takes it. */
export interface LoopNodeBody {
  readonly type: string | NodeDefinition;
  readonly config?: Readonly<Record<string, unknown>>;
}

const schema = v.strictObject({
  workflow: v.exactOptional(
    v.custom<WorkflowContract>(isWorkflow, 'a built Workflow (did you forget .build()?)'),
  ),
  node: v.exactOptional(
    v.custom<LoopNodeBody>(
      (value) =>
        isPlainObject(value) &&
        (typeof value.type === 'string' || isDefinition(value.type)) &&
        (value.config === undefined || isPlainObject(value.config)) &&
        Object.keys(value).every((key) => key === 'type' || key === 'config'),
      "a node such as { type: 'CodeNode', config: { code: 'result = item * 2' } }",
    ),
  ),
  items: v.exactOptional(v.custom<readonly unknown[]>(Array.isArray, 'a list')),
  itemInput: v.exactOptional(v.pipe(v.string(), v.nonEmpty()), 'item'),
  indexInput: v.exactOptional(v.pipe(v.string(), v.nonEmpty()), 'index'),
  maxConcurrency: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  onError: v.exactOptional(v.picklist(['stop', 'continue', 'skip']), 'stop'),
  inputs: inputValues,
  ...policyEntries,
});

/** The config of a `LoopNode`: either `workflow` or `node` is what runs for each item. */
export type LoopConfig = v.InferInput<typeof schema>;

/** An item of a loop that has failed. */
export interface LoopFailure {
  /** Its index in the list, from 0. */
  readonly index: number;
  readonly error: unknown;
}

/** The output of a `LoopNode`: a value for each item, in the order of the items, and the items that failed. */
export type LoopOutput<Result = unknown> = {
  readonly results: readonly Result[];
  readonly errors: readonly LoopFailure[];
};

/**
 * Runs a sub-workflow, or a node, for each item of a list; `results` has the values in the order of the items.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('LoopNode', 'doubled', {
 *   items: [1, 2, 3],
 *   node: { type: 'CodeNode', config: { code: 'result = item * 2' } },
 *   maxConcurrency: 2,
 * });
 * ```
 */
export const loopNode: NodeDefinition<LoopConfig, LoopOutput> = {
  type: 'LoopNode',
  inputs: 'any',
  parameters: 'all',
  prepare: (written, known = new Map()) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    const { items, ...others } = config;
    const { workflow, node, itemInput, indexInput, maxConcurrency, onError } = others;
    if ((workflow === undefined) === (node === undefined)) {
      return new ConfigProblem("give what runs for each item: either 'workflow' or 'node', not both.");
    }
    const body = workflow === undefined ? bodyOf(node as LoopNodeBody, known) : subWorkflow(workflow);
    if (body instanceof ConfigProblem) return body;
    const { definition, prepared } = body;
    if (definition.inputs !== 'any' && !Object.hasOwn(definition.inputs, itemInput)) {
      return new ConfigProblem(
        `a ${definition.type} has no input '${itemInput}' for the item. ${suggest(itemInput, Object.keys(definition.inputs), "Set 'itemInput' to one of")}`,
      );
    }
    return {
      config: {
        ...others,
        // What a definition stands for in JSON is its name.
        ...(node !== undefined && { node: { ...node, type: definition.type } }),
        ...(items !== undefined && { inputs: { ...others.inputs, items } }),
      },
      outputs: ['results', 'errors'],
      behaviour: {
        loop: { type: definition.type, definition, prepared, itemInput, indexInput, maxConcurrency, onError },
      },
    };
  },
};

interface Body {
  readonly definition: NodeDefinition;
  readonly prepared: PreparedNode;
}

const subWorkflow = (workflow: WorkflowContract): Body | ConfigProblem =>
  preparedBody(workflowNode, { workflow }, new Map());

const bodyOf = ({ type, config = {} }: LoopNodeBody, known: NodeRegistry): Body | ConfigProblem => {
  const definition = typeof type === 'string' ? known.get(type) : type;
  return definition === undefined
    ? new ConfigProblem(
        `'node.type' is '${type}', which is no known type. ${suggest(String(type), [...known.keys()], 'Known')}`,
      )
    : preparedBody(definition, config, known);
};

const preparedBody = (
  definition: NodeDefinition,
  config: Readonly<Record<string, unknown>>,
  known: NodeRegistry,
): Body | ConfigProblem => {
  const prepared = definition.prepare(config, known);
  return prepared instanceof ConfigProblem
    ? new ConfigProblem(`'node.config' cannot be used by a ${definition.type}: ${prepared.detail}`)
    : { definition, prepared };
};
