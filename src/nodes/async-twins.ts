import { type CodeConfig, codeNode } from './code-node.ts';
import { type MergeConfig, mergeNode } from './merge-node.ts';
import type { NodeDefinition } from './node-definition.ts';
import { switchNode } from './switch-node.ts';

// The same definitions under the names that workflows from elsewhere use: a node here has no colour of its own.

/** `SwitchNode` under the name of its asynchronous form; it routes, skips and is drawn as a switch on both runtimes. */
export const asyncSwitchNode: typeof switchNode = { ...switchNode, type: 'AsyncSwitchNode' };

/** `MergeNode` under the name of its asynchronous form. */
export const asyncMergeNode: NodeDefinition<MergeConfig, { readonly merged: unknown }> = {
  ...mergeNode,
  type: 'AsyncMergeNode',
};

/** `CodeNode` under the name of its asynchronous form. */
export const asyncCodeNode: NodeDefinition<CodeConfig> = { ...codeNode, type: 'AsyncCodeNode' };
