import type { WorkflowNode } from '../../types/workflow.ts';
import type { NodeDefinition, PreparedNode } from '../nodes/node-definition.ts';

/** A node of a validated workflow, with its behaviour. */
export interface BuiltNode extends WorkflowNode {
  readonly definition: NodeDefinition;
  readonly prepared: PreparedNode;
}
