import type { NodeContract } from '../../types/node-contract.ts';
import type { NodeOutput, WorkflowContract } from '../../types/workflow.ts';

/** One declared input of a node. */
export interface InputDeclaration {
  /** Whether the node cannot run without it; `false` unless given. */
  readonly required?: boolean;
}

/** The declared inputs of a node by name, or `'any'` for a node that takes every name. */
export type InputDeclarations = Readonly<Record<string, InputDeclaration>> | 'any';

type ErrorClass = abstract new (...args: never) => Error;

/** Where a definition can be imported from, so that its asynchronous form can run in a worker. */
export interface NodeOrigin {
  /** The URL of the module: `import.meta.url` where the definition stands. */
  readonly module: string;
  /** The name under which that module exports the definition. */
  readonly name: string;
  /** The classes of errors that keep their class on the way back; others come as `Error` with their name, message and entries. */
  readonly errors?: readonly ErrorClass[];
}

/** A leaf operation in one form for each colour, or in only one of the two. */
export interface ColouredBody {
  /** For one that may run in a worker: where the definition is imported from, and its config as written. */
  readonly origin?: NodeOrigin & { readonly config: Readonly<Record<string, unknown>> };
  /** Whether its synchronous form would hold up the event loop, so that a worker runs it there. */
  readonly cpuBound?: boolean;
  readonly sync?: NodeContract<'sync'>['run'];
  readonly async?: NodeContract<'async'>['run'];
}

/**
 * Which parameters reach a node besides those of its declared inputs: none, those addressed to it by its id, or those and
 * the workflow-level ones.
 */
export type ParameterScope = 'declared' | 'own' | 'all';

/** What happens to a loop when an item fails: the loop fails, or goes on with `null` in the item's place, or without it. */
export type LoopErrorPolicy = 'stop' | 'continue' | 'skip';

/** A node that runs another one for each item of its input `items`. */
export interface LoopBehaviour {
  readonly type: string;
  readonly definition: NodeDefinition;
  readonly prepared: PreparedNode;
  /** The input of the body that each item goes to. */
  readonly itemInput: string;
  /** The input of the body that the item's index goes to, from 0, if the body has such an input. */
  readonly indexInput: string;
  /** How many items are under way at once, where the runtime runs more than one node at a time. */
  readonly maxConcurrency: number | undefined;
  readonly onError: LoopErrorPolicy;
}

/** What a node does: a function for both colours at once, a form for each colour, a sub-workflow, or a node for each item. */
export type NodeBehaviour =
  | NodeContract<'sync'>['run']
  | ColouredBody
  | { readonly workflow: WorkflowContract }
  | { readonly loop: LoopBehaviour };

/** A node whose config has been read: all that the engine has to know of it. */
export interface PreparedNode {
  /** The config as checked, with `retry` and `timeoutMs` where they were given. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The output ports, or `'any'` where they are known only when the node has run. */
  readonly outputs: readonly string[] | 'any';
  readonly behaviour: NodeBehaviour;
  /** Whether the behaviour ends itself at `config.timeoutMs`, so that the engine need not. */
  readonly keepsTimeLimit?: boolean;
  /** The active ones of the output ports, on a node that routes. */
  readonly activePorts?: (output: NodeOutput) => readonly string[];
}

/** Why a config cannot be used: what is wrong, what is allowed, what to change. */
export class ConfigProblem {
  readonly detail: string;

  constructor(detail: string) {
    this.detail = detail;
  }
}

/**
 * A type of node: its inputs, how its config is read, and what it does.
 *
 * `Config`, `Output` and `Input` are carried by the type alone, so that a workflow made of it is typed.
 */
export interface NodeDefinition<
  Config = unknown,
  Output extends NodeOutput = NodeOutput,
  Input extends string = string,
> {
  readonly type: string;
  readonly inputs: InputDeclarations;
  readonly parameters: ParameterScope;
  /**
   * Checks a config as written and binds the behaviour to it, once for each node of a workflow; `known` are the node types that
   * a config may name.
   */
  readonly prepare: (
    written: Readonly<Record<string, unknown>>,
    known?: ReadonlyMap<string, NodeDefinition>,
  ) => PreparedNode | ConfigProblem;
  /** Never present at run time. */
  readonly shape?: { readonly config: Config; readonly output: Output; readonly input: Input };
}
