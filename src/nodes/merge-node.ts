import * as v from 'valibot';
import type { NodeInputs } from '../../types/node-contract.ts';
import { MergeInputError } from '../errors/merge-input-error.ts';
import { ConfigProblem, type NodeDefinition } from './node-definition.ts';
import { isPlainObject } from './plain-object.ts';
import { inputValues, policyEntries } from './policy-schema.ts';
import { readConfig } from './read-config.ts';

const schema = v.strictObject({
  mergeType: v.exactOptional(v.picklist(['concat', 'zip', 'mergeDict']), 'concat'),
  key: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
  skipNull: v.exactOptional(v.boolean(), false),
  inputs: inputValues,
  ...policyEntries,
});

/** The config of a `MergeNode`. */
export type MergeConfig = v.InferInput<typeof schema>;

type Entry = readonly [name: string, value: unknown];

/**
 * Joins any inputs into one value at the port `merged`; inputs from skipped nodes are left out.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('MergeNode', 'all', { mergeType: 'mergeDict' });
 * ```
 */
export const mergeNode: NodeDefinition<MergeConfig, { readonly merged: unknown }> = {
  type: 'MergeNode',
  inputs: 'any',
  parameters: 'own',
  prepare: (written) => {
    const config = readConfig(schema, written);
    if (config instanceof ConfigProblem) return config;
    if (config.key !== undefined && config.mergeType !== 'mergeDict') {
      return new ConfigProblem(
        `'key' has no effect with mergeType '${config.mergeType}': set mergeType: 'mergeDict', or remove 'key'.`,
      );
    }
    return {
      config,
      outputs: ['merged'],
      behaviour: (inputs, context) => {
        const entries = entriesOf(inputs, config.skipNull);
        if (config.mergeType === 'concat') return { merged: concat(entries) };
        if (config.mergeType === 'zip') return { merged: zip(entries) };
        const { key } = config;
        return {
          merged:
            key === undefined ? mergeDict(entries, context.nodeId) : mergeByKey(entries, key, context.nodeId),
        };
      },
    };
  },
};

const entriesOf = (inputs: NodeInputs, skipNull: boolean): readonly Entry[] =>
  Object.entries(inputs).filter(([, value]) => !skipNull || (value !== null && value !== undefined));

const concat = (entries: readonly Entry[]): unknown[] => entries.flatMap(([, value]) => value);

const zip = (entries: readonly Entry[]): unknown[][] => {
  const lists = entries.map(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  const length = lists.length === 0 ? 0 : Math.min(...lists.map((list) => list.length));
  return Array.from({ length }, (_, index) => lists.map((list) => list[index]));
};

const mergeDict = (entries: readonly Entry[], nodeId: string): Record<string, unknown> => {
  const merged: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    if (value === null || value === undefined) continue;
    if (!isPlainObject(value)) throw new MergeInputError(nodeId, name, value, 'plain objects');
    assignOwn(merged, value);
  }
  return merged;
};

const mergeByKey = (entries: readonly Entry[], key: string, nodeId: string): Record<string, unknown>[] => {
  const merged = new Map<unknown, Record<string, unknown>>();
  for (const [name, value] of entries) {
    if (value === null || value === undefined) continue;
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!isPlainObject(item) || !Object.hasOwn(item, key)) {
        throw new MergeInputError(nodeId, name, item, `lists of objects that have '${key}'`);
      }
      const known = merged.get(item[key]);
      if (known === undefined) merged.set(item[key], assignOwn({}, item));
      else assignOwn(known, item);
    }
  }
  return [...merged.values()];
};

// Defining, not assigning: an own entry named `__proto__` must stay an entry and not become the prototype.
const assignOwn = (
  target: Record<string, unknown>,
  source: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  for (const [key, value] of Object.entries(source)) {
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  }
  return target;
};
