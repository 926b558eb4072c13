import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as v from 'valibot';
import type { NodeContext, NodeContract, NodeInputs } from '../../types/node-contract.ts';
import type { NodeOutput } from '../../types/workflow.ts';
import { messageOf } from '../errors/message-of.ts';
import { suggest } from '../errors/suggest.ts';
import { checkSpecification } from './check-specification.ts';
import { describeIssues } from './describe-issues.ts';
import { isThenable } from './is-thenable.ts';
import {
  type ColouredBody,
  ConfigProblem,
  type InputDeclaration,
  type NodeDefinition,
  type NodeOrigin,
} from './node-definition.ts';
import { policyEntries } from './policy-schema.ts';

/** How a config is read: any schema of the Standard Schema kind (it must answer at once), or a function that throws on a bad one. */
export type ConfigReader<Config> =
  | StandardSchemaV1<unknown, Config>
  | ((written: Readonly<Record<string, unknown>>) => Config);

/** The body of a defined node: one for both colours, or its leaf operation in each (or one) of them. */
export type DefinedBody<Inputs, Output, Config> =
  | NodeContract<'sync', Inputs, Output, NodeContext<Config>>['run']
  | {
      readonly sync?: NodeContract<'sync', Inputs, Output, NodeContext<Config>>['run'];
      readonly async?: NodeContract<'async', Inputs, Output, NodeContext<Config>>['run'];
    };

/** What `defineNode` takes. */
export interface NodeSpecification<
  Config extends object,
  Output extends NodeOutput,
  Inputs extends Readonly<Record<string, InputDeclaration>>,
> {
  readonly type: string;
  readonly inputs: Inputs;
  readonly outputs: readonly (keyof Output & string)[];
  /** How the config is read; without it, the only entries are default values of inputs, `retry` and `timeoutMs`. */
  readonly config?: ConfigReader<Config>;
  readonly run: DefinedBody<{ readonly [Name in keyof Inputs]: unknown }, Output, Config>;
  /**
   * Where this definition can be imported from: with it, a node that has only an asynchronous form runs on `LocalRuntime`
   * as well, in a worker.
   */
  readonly origin?: NodeOrigin;
  /**
   * Whether the node computes for long: `AsyncLocalRuntime` then runs its synchronous form in a worker of its pool
   * (`threadPoolSize`), which imports it from `origin`; `LocalRuntime` runs it where it is.
   */
  readonly cpuBound?: boolean;
  /** Makes the node route: the output ports that are active for this output; edges from the others are inactive. */
  readonly activePorts?: (output: NodeOutput) => readonly (keyof Output & string)[];
}

/** A config as written for a defined node: its own entries, default values of its inputs, and the policies. */
export type DefinedConfig<Config, Input extends string> = Config & {
  readonly [Name in Input]?: unknown;
} & NodePolicies;

/** The entries that every config may have. */
export type NodePolicies = v.InferInput<v.StrictObjectSchema<typeof policyEntries, undefined>>;

const policySchema = v.object(policyEntries);

/**
 * Makes a type of node for both runtimes at once.
 *
 * @throws {InvalidOptionError} an entry is missing, unknown or not allowed
 * @example
 * ```ts
 * import { defineNode, WorkflowBuilder } from 'lockstep';
 * const upper = defineNode({
 *   type: 'UpperCase',
 *   inputs: { text: { required: true } },
 *   outputs: ['text'],
 *   run: ({ text }) => ({ text: String(text).toUpperCase() }),
 * });
 * new WorkflowBuilder().addNode(upper, 'shout', { text: 'hello' });
 * ```
 */
export const defineNode = <
  Output extends NodeOutput,
  const Inputs extends Readonly<Record<string, InputDeclaration>>,
  Config extends object = Readonly<Record<never, never>>,
>(
  specification: NodeSpecification<Config, Output, Inputs>,
): NodeDefinition<DefinedConfig<Config, keyof Inputs & string>, Output, keyof Inputs & string> => {
  checkSpecification(specification);
  const { type, inputs, outputs, run, activePorts, origin, cpuBound = false } = specification;
  return Object.freeze({
    type,
    inputs,
    parameters: 'declared',
    prepare: (written: Readonly<Record<string, unknown>>) => {
      const config = readDefinedConfig(specification.config, Object.keys(inputs), written);
      if (config instanceof ConfigProblem) return config;
      // The inputs of a body are as declared, since the engine gives no others; that is where its types come from.
      const body = run as ((inputs: NodeInputs, context: NodeContext) => unknown) | ColouredBody;
      const forms = typeof body === 'object' ? body : cpuBound ? { sync: body } : undefined;
      const behaviour =
        origin === undefined || forms === undefined
          ? body
          : { ...forms, cpuBound, origin: { ...origin, config: written } };
      return { config, outputs, behaviour, ...(activePorts !== undefined && { activePorts }) };
    },
  });
};

const readDefinedConfig = <Config extends object>(
  reader: ConfigReader<Config> | undefined,
  inputs: readonly string[],
  written: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | ConfigProblem => {
  const policies = v.safeParse(policySchema, written);
  if (!policies.success)
    return new ConfigProblem(describeIssues(policies.issues, Object.keys(policyEntries)));
  const defaults: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(written)) {
    if (inputs.includes(key)) defaults[key] = value;
    else if (!Object.hasOwn(policyEntries, key)) own[key] = value;
  }
  const read = readOwn(reader, own, [...inputs, ...Object.keys(policyEntries)]);
  return read instanceof ConfigProblem ? read : { ...read, ...defaults, ...policies.output };
};

const readOwn = <Config extends object>(
  reader: ConfigReader<Config> | undefined,
  own: Readonly<Record<string, unknown>>,
  allowed: readonly string[],
): object | ConfigProblem => {
  if (reader === undefined) {
    const [unknown] = Object.keys(own);
    return unknown === undefined
      ? {}
      : new ConfigProblem(`unknown entry '${unknown}'. ${suggest(unknown, allowed, 'Allowed')}`);
  }
  let answer: unknown;
  try {
    answer = '~standard' in reader ? reader['~standard'].validate(own) : reader(own);
  } catch (error) {
    return new ConfigProblem(messageOf(error));
  }
  if (isThenable(answer)) {
    // Its rejection belongs to no one.
    answer.then(undefined, () => undefined);
    return new ConfigProblem(
      'what reads it answers with a promise: use a schema or function that answers at once.',
    );
  }
  if (!('~standard' in reader)) return answer as Config;
  const result = answer as StandardSchemaV1.Result<Config>;
  return result.issues === undefined
    ? result.value
    : new ConfigProblem(result.issues.map((issue) => `${pathOf(issue)}${issue.message}`).join(' '));
};

const pathOf = (issue: StandardSchemaV1.Issue): string => {
  const keys = issue.path?.map((step) => String(typeof step === 'object' ? step.key : step)) ?? [];
  return keys.length === 0 ? '' : `'${keys.join('.')}': `;
};
