import { InvalidConfigError } from '../errors/invalid-config-error.ts';
import { InvalidNodeIdError } from '../errors/invalid-node-id-error.ts';
import { UnknownNodeTypeError } from '../errors/unknown-node-type-error.ts';
import { ConfigProblem } from '../nodes/node-definition.ts';
import type { NodeRegistry } from '../nodes/node-registry.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import type { BuiltNode } from './built-node.ts';
import { frozenCopy } from './frozen-copy.ts';
import { nameProblem } from './name-problem.ts';
import type { NodeDescription } from './workflow-description.ts';

/**
 * Validates the nodes of a workflow and binds their behaviour, in the order given.
 *
 * @throws {InvalidNodeIdError} an id is no usable name, or is taken
 * @throws {UnknownNodeTypeError} a type is not registered
 * @throws {InvalidConfigError} a config is not allowed by its node type
 */
export const buildNodes = (
  nodes: readonly NodeDescription[],
  registry: NodeRegistry,
): ReadonlyMap<string, BuiltNode> => {
  const built = new Map<string, BuiltNode>();
  for (const { id, type, definition, config } of nodes) {
    const problem = nameProblem(id);
    if (problem !== undefined) throw new InvalidNodeIdError(id, problem);
    const namesake = built.get(id);
    if (namesake !== undefined) {
      throw new InvalidNodeIdError(id, `a ${namesake.type} has it already. Give each node an id of its own.`);
    }
    if (definition === undefined) throw new UnknownNodeTypeError(id, type, [...registry.keys()]);
    if (!isPlainObject(config)) {
      throw new InvalidConfigError(
        id,
        type,
        `it is ${config === null ? 'null' : typeof config}: give an object.`,
      );
    }
    const prepared = definition.prepare(config, registry);
    if (prepared instanceof ConfigProblem) throw new InvalidConfigError(id, type, prepared.detail);
    const frozen = frozenCopy(prepared.config);
    built.set(
      id,
      Object.freeze({ id, type, config: frozen, definition, prepared: { ...prepared, config: frozen } }),
    );
  }
  return built;
};
