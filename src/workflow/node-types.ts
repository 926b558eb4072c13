import type { NodeOutput, NodeOutputs, WorkflowContract } from '../../types/workflow.ts';
import type { HttpConfig } from '../http/http-config.ts';
import type { HttpOutput } from '../http/http-node.ts';
import type { CodeConfig } from '../nodes/code-node.ts';
import type { FileReadConfig, FileReadOutput } from '../nodes/file-read-node.ts';
import type { FileWriteConfig, FileWriteOutput } from '../nodes/file-write-node.ts';
import type { FunctionConfig } from '../nodes/function-node.ts';
import type { MergeConfig } from '../nodes/merge-node.ts';
import type { NodeDefinition } from '../nodes/node-definition.ts';
import type { SwitchConfig } from '../nodes/switch-node.ts';
import type { TransformConfig } from '../nodes/transform-node.ts';
import type { PythonCodeConfig } from '../python/python-code-node.ts';
import type { SqlConfig } from '../sql-nodes/sql-config.ts';
import type { SqlOutput, SqlStatementsOutput } from '../sql-nodes/sql-node.ts';
import type { LoopConfig, LoopOutput } from './loop-node.ts';
import type { WorkflowNodeConfig } from './workflow-node.ts';

/**
 * The built-in node types by name; a program may add its own by declaration merging.
 *
 * @example
 * ```ts
 * import type { NodeTypes } from 'lockstep';
 * const input: NodeTypes['SwitchNode']['input'] = 'data';
 * ```
 */
export interface NodeTypes {
  readonly SwitchNode: {
    readonly config: SwitchConfig;
    readonly input: 'input' | 'data' | 'inputData' | 'items';
  };
  readonly MergeNode: { readonly config: MergeConfig; readonly input: string };
  readonly FunctionNode: { readonly config: FunctionConfig; readonly input: string };
  readonly CodeNode: { readonly config: CodeConfig; readonly input: string };
  readonly WorkflowNode: { readonly config: WorkflowNodeConfig; readonly input: string };
  readonly LoopNode: { readonly config: LoopConfig; readonly input: string };
  readonly AsyncSwitchNode: NodeTypes['SwitchNode'];
  readonly AsyncMergeNode: NodeTypes['MergeNode'];
  readonly AsyncCodeNode: NodeTypes['CodeNode'];
  readonly PythonCodeNode: { readonly config: PythonCodeConfig; readonly input: string };
  readonly AsyncPythonCodeNode: NodeTypes['PythonCodeNode'];
  readonly TransformNode: { readonly config: TransformConfig; readonly input: string };
  readonly FileReadNode: { readonly config: FileReadConfig; readonly input: 'path' };
  readonly FileWriteNode: { readonly config: FileWriteConfig; readonly input: 'path' | 'content' };
  readonly SQLNode: { readonly config: SqlConfig; readonly input: string };
  readonly AsyncSQLNode: NodeTypes['SQLNode'];
  readonly HttpNode: { readonly config: HttpConfig; readonly input: 'url' | 'query' | 'headers' | 'body' };
}

/** A node type as `addNode` takes it: a name, or a definition. */
export type NodeTypeArgument = string | NodeDefinition;

/** The config that a node type takes. */
export type ConfigOf<Type> = Type extends keyof NodeTypes
  ? NodeTypes[Type]['config']
  : Type extends NodeDefinition<infer Config>
    ? unknown extends Config
      ? object
      : Config
    : object;

/** The output that a value returned by a function stands for. */
export type OutputOfValue<Value> = unknown extends Value
  ? NodeOutput
  : Value extends
        | readonly unknown[]
        | ((...args: never) => unknown)
        | Date
        | ReadonlyMap<unknown, unknown>
        | ReadonlySet<unknown>
    ? { readonly result: Value }
    : Value extends object
      ? { readonly [Key in keyof Value]: Value[Key] }
      : { readonly result: Value };

/** The outputs of the built-in node types that do not depend on their configs. */
interface FixedOutputs {
  readonly MergeNode: { readonly merged: unknown };
  readonly AsyncMergeNode: { readonly merged: unknown };
  readonly TransformNode: { readonly result: unknown };
  readonly FileReadNode: FileReadOutput;
  readonly FileWriteNode: FileWriteOutput;
  readonly HttpNode: HttpOutput;
}

/** The output of a node, from its type and its config as written. */
export type OutputOf<Type, Config> = Type extends keyof FixedOutputs
  ? FixedOutputs[Type]
  : Type extends 'SwitchNode' | 'AsyncSwitchNode'
    ? SwitchOutput<Config>
    : Type extends 'SQLNode' | 'AsyncSQLNode'
      ? Config extends { readonly statements: readonly unknown[] }
        ? SqlStatementsOutput
        : SqlOutput
      : Type extends 'FunctionNode'
        ? Config extends { readonly run: (...args: never) => infer Value }
          ? OutputOfValue<Awaited<Value>>
          : NodeOutput
        : Type extends 'WorkflowNode'
          ? Config extends { readonly workflow: WorkflowContract<infer Outputs> }
            ? Partial<Outputs>
            : NodeOutput
          : Type extends 'LoopNode'
            ? Config extends { readonly workflow: WorkflowContract<infer Outputs> }
              ? LoopOutput<Partial<Outputs> | null>
              : LoopOutput
            : Type extends NodeDefinition<unknown, infer Output>
              ? Output
              : NodeOutput;

type SwitchOutput<Config> = Config extends { readonly cases: readonly unknown[] }
  ? { readonly [Port in `case_${string}` | 'default' | 'conditionResult']: unknown }
  : { readonly trueOutput: unknown; readonly falseOutput: unknown; readonly conditionResult: boolean };

/** The input names of a node type. */
export type InputOf<Type> = Type extends keyof NodeTypes
  ? NodeTypes[Type]['input']
  : Type extends NodeDefinition<unknown, NodeOutput, infer Input>
    ? Input
    : string;

/** The ids that a connection may name: any string as long as no id is known as a literal. */
export type IdOf<Nodes> = [keyof Nodes] extends [never] ? string : keyof Nodes & string;

/** The output ports of an added node: its entries, `result`, and dotted paths into either. */
export type OutputPortOf<Nodes, Id> = Id extends keyof Nodes
  ? Nodes[Id] extends { readonly output: infer Output }
    ? string extends keyof Output
      ? string
      : Dotted<(keyof Output & string) | 'result'>
    : string
  : string;

type Dotted<Port extends string> = Port | `${Port}.${string}`;

/** The input ports of an added node. */
export type InputPortOf<Nodes, Id> = Id extends keyof Nodes
  ? Nodes[Id] extends { readonly input: infer Input }
    ? Input & string
    : string
  : string;

/** The outputs of a workflow that is built of these nodes. */
export type OutputsOf<Nodes> = [keyof Nodes] extends [never]
  ? NodeOutputs
  : {
      readonly [Id in keyof Nodes]: Nodes[Id] extends { readonly output: infer Output extends NodeOutput }
        ? Output
        : NodeOutput;
    };
