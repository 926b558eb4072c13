import type { NodeDefinition } from './node-definition.ts';

/** The node types that a workflow may name, by their names. */
export type NodeRegistry = ReadonlyMap<string, NodeDefinition>;

/**
 * A registry with these definitions besides those of another; a later one of the same type wins.
 *
 * @example
 * ```ts
 * import { builtinNodes, createRegistry, defineNode } from 'lockstep';
 * const ping = defineNode({ type: 'Ping', inputs: {}, outputs: ['at'], run: () => ({ at: 'now' }) });
 * const registry = createRegistry([ping], builtinNodes);
 * ```
 */
export const createRegistry = (
  definitions: readonly NodeDefinition[],
  base: NodeRegistry = new Map(),
): NodeRegistry => new Map([...base, ...definitions.map((each) => [each.type, each] as const)]);
