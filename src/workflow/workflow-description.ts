import type { Connection, Cycle } from '../../types/workflow.ts';
import type { NodeDefinition } from '../nodes/node-definition.ts';
import type { NodeRegistry } from '../nodes/node-registry.ts';

/** A node as added: its definition, or the name of one that no registry knows. */
export interface NodeDescription {
  readonly id: string;
  readonly type: string;
  /** `undefined` where the registry has no such type. */
  readonly definition: NodeDefinition | undefined;
  readonly config: Readonly<Record<string, unknown>>;
}

/** All that a workflow is made of, before it is validated. */
export interface WorkflowDescription {
  readonly name: string;
  readonly nodes: readonly NodeDescription[];
  readonly connections: readonly Connection[];
  readonly cycles: readonly Cycle[];
  /** The node types that an unknown one is compared with, and that a config may name. */
  readonly registry: NodeRegistry;
}
