import { httpNode } from '../http/http-node.ts';
import { asyncCodeNode, asyncMergeNode, asyncSwitchNode } from '../nodes/async-twins.ts';
import { codeNode } from '../nodes/code-node.ts';
import { fileReadNode } from '../nodes/file-read-node.ts';
import { fileWriteNode } from '../nodes/file-write-node.ts';
import { functionNode } from '../nodes/function-node.ts';
import { mergeNode } from '../nodes/merge-node.ts';
import { createRegistry, type NodeRegistry } from '../nodes/node-registry.ts';
import { switchNode } from '../nodes/switch-node.ts';
import { transformNode } from '../nodes/transform-node.ts';
import { asyncPythonCodeNode, pythonCodeNode } from '../python/python-code-node.ts';
import { asyncSqlNode, sqlNode } from '../sql-nodes/sql-node.ts';
import { loopNode } from './loop-node.ts';
import { workflowNode } from './workflow-node.ts';

/**
 * The node types that every workflow may name.
 *
 * @example
 * ```ts
 * import { builtinNodes } from 'lockstep';
 * builtinNodes.has('SwitchNode'); // true
 * ```
 */
export const builtinNodes: NodeRegistry = createRegistry([
  switchNode,
  mergeNode,
  functionNode,
  codeNode,
  workflowNode,
  loopNode,
  asyncSwitchNode,
  asyncMergeNode,
  asyncCodeNode,
  transformNode,
  fileReadNode,
  fileWriteNode,
  sqlNode,
  asyncSqlNode,
  httpNode,
  pythonCodeNode,
  asyncPythonCodeNode,
]);
