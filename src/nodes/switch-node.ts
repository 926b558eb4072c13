import * as v from 'valibot';
import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import type { NodeOutput, Operator } from '../../types/workflow.ts';
import { SwitchDataError } from '../errors/switch-data-error.ts';
import { casePort } from './case-port.ts';
import { compare, OPERATORS } from './compare.ts';
import { ConfigProblem, type NodeDefinition, type PreparedNode } from './node-definition.ts';
import { isPlainObject } from './plain-object.ts';
import { policyEntries } from './policy-schema.ts';
import { MISSING, valueAt } from './port-path.ts';
import { readConfig } from './read-config.ts';

const DATA_INPUTS = ['input', 'data', 'inputData', 'items'] as const;

const schema = v.strictObject({
  conditionField: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
  operator: v.exactOptional(v.picklist(OPERATORS), '=='),
  value: v.exactOptional(v.unknown()),
  cases: v.exactOptional(v.pipe(v.array(v.union([v.string(), v.number(), v.boolean()])), v.minLength(1))),
  input: v.exactOptional(v.unknown()),
  data: v.exactOptional(v.unknown()),
  inputData: v.exactOptional(v.unknown()),
  items: v.exactOptional(v.unknown()),
  ...policyEntries,
});

/** The config of a `SwitchNode`. */
export type SwitchConfig = v.InferInput<typeof schema>;

type ReadSwitchConfig = v.InferOutput<typeof schema>;

/**
 * Routes its data to `trueOutput` or `falseOutput`, or with `cases` to the port of the first case that holds.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('SwitchNode', 'isLarge', { conditionField: 'total', operator: '>', value: 100 });
 * ```
 */
export const switchNode: NodeDefinition<SwitchConfig, NodeOutput, (typeof DATA_INPUTS)[number]> = {
  type: 'SwitchNode',
  inputs: { input: {}, data: {}, inputData: {}, items: {} },
  parameters: 'own',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    return (
      problemOf(config) ??
      (config.cases === undefined ? prepareBoolean(config) : prepareCases(config, config.cases))
    );
  },
};

const problemOf = (config: ReadSwitchConfig): ConfigProblem | undefined => {
  const { operator, value, cases } = config;
  if (cases !== undefined && value !== undefined) {
    return new ConfigProblem(
      "'value' and 'cases' exclude each other: give 'value' for two branches, 'cases' for more.",
    );
  }
  const needsList = operator === 'in' && cases === undefined;
  if (needsList && !Array.isArray(value) && typeof value !== 'string') {
    return new ConfigProblem("operator 'in' needs a list or a string as 'value': give value: [...].");
  }
  const seen = new Map<string, unknown>();
  for (const each of cases ?? []) {
    const port = casePort(each);
    if (seen.has(port)) {
      return new ConfigProblem(
        `the cases ${JSON.stringify(seen.get(port))} and ${JSON.stringify(each)} would share the port '${port}': rename one of them.`,
      );
    }
    seen.set(port, each);
  }
  return undefined;
};

const prepareBoolean = (config: ReadSwitchConfig): PreparedNode => ({
  config,
  outputs: ['trueOutput', 'falseOutput', 'conditionResult'],
  behaviour: (inputs, context) => {
    const data = dataOf(inputs, context);
    const conditionResult = compare(checkedValue(data, config), config.operator, config.value);
    return {
      trueOutput: conditionResult ? data : null,
      falseOutput: conditionResult ? null : data,
      conditionResult,
    };
  },
  activePorts: (output) => [
    output.conditionResult === true ? 'trueOutput' : 'falseOutput',
    'conditionResult',
  ],
});

const prepareCases = (config: ReadSwitchConfig, cases: readonly unknown[]): PreparedNode => ({
  config,
  outputs: [...cases.map(casePort), 'default', 'conditionResult'],
  behaviour: (inputs, context) => {
    const data = dataOf(inputs, context);
    const checked = checkedValue(data, config);
    const conditionResult = cases.find((each) => compare(checked, config.operator as Operator, each)) ?? null;
    const active = activeCase(conditionResult);
    const output: Record<string, unknown> = {};
    for (const port of cases.map(casePort)) output[port] = port === active ? data : null;
    output.default = active === 'default' ? data : null;
    output.conditionResult = conditionResult;
    return output;
  },
  activePorts: (output) => [activeCase(output.conditionResult), 'conditionResult'],
});

const activeCase = (conditionResult: unknown): string =>
  conditionResult === null || conditionResult === undefined ? 'default' : casePort(conditionResult);

const dataOf = (inputs: NodeInputs, context: NodeContext): unknown => {
  for (const name of DATA_INPUTS) if (Object.hasOwn(inputs, name)) return inputs[name];
  const { parameters } = context;
  if (parameters === undefined || Object.keys(parameters).length === 0)
    throw new SwitchDataError(context.nodeId);
  return parameters;
};

const checkedValue = (data: unknown, config: ReadSwitchConfig): unknown => {
  if (config.conditionField === undefined || !isPlainObject(data)) return data;
  const value = valueAt(data, config.conditionField);
  return value === MISSING ? null : value;
};
