import type { Connection, JsonValue, OnError, Operator, RetryPolicy } from '../../../types/index.ts';

/** What a function of a generated workflow does, as data. */
export type Behaviour =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'undefined' }
  /** Gives `{ got: inputs }`. */
  | { readonly kind: 'echo' }
  /** Gives the input of that name. */
  | { readonly kind: 'pick'; readonly input: string }
  /** Gives `{ count: inputs.count + 1 }`, from 0. */
  | { readonly kind: 'count' }
  /** Gives what the context says: `{ attempt, iteration, parameters }`. */
  | { readonly kind: 'context' }
  | { readonly kind: 'throw'; readonly message: string }
  | { readonly kind: 'throwValue'; readonly value: JsonValue }
  | { readonly kind: 'failTimes'; readonly times: number; readonly value: JsonValue }
  | { readonly kind: 'reportFailure'; readonly error?: string };

/** A function: what it does, and how many turns of the event loop it takes before that on the async side. */
export interface FunctionDescription {
  readonly type: 'function';
  readonly id: string;
  readonly behaviour: Behaviour;
  readonly turns: number;
  readonly inputs?: Readonly<Record<string, JsonValue>>;
  readonly retry?: RetryPolicy;
}

/** A node of a defined type that declares the inputs `need` (required) and `extra`; it gives `{ out: inputs }`. */
export interface NeedDescription {
  readonly type: 'need';
  readonly id: string;
  readonly config: { readonly need?: JsonValue; readonly extra?: JsonValue };
  readonly retry?: RetryPolicy;
}

/** A switch of either kind. */
export interface SwitchDescription {
  readonly type: 'switch';
  readonly id: string;
  readonly conditionField?: string;
  readonly operator: Operator;
  readonly value?: JsonValue;
  readonly cases?: readonly (string | number)[];
}

/** A merge. */
export interface MergeDescription {
  readonly type: 'merge';
  readonly id: string;
  readonly mergeType: 'concat' | 'zip' | 'mergeDict';
  readonly key?: string;
  readonly skipNull: boolean;
}

/** A sub-workflow. */
export interface SubDescription {
  readonly type: 'sub';
  readonly id: string;
  readonly workflow: WorkflowDescription;
  readonly inputs?: Readonly<Record<string, JsonValue>>;
  readonly retry?: RetryPolicy;
}

/** A node as data. */
export type NodeDescription =
  | FunctionDescription
  | NeedDescription
  | SwitchDescription
  | MergeDescription
  | SubDescription;

/** When a cycle has converged. The last three are functions; `slow` takes longer than a `timeoutMs` of 0.1 and never holds. */
export type Convergence =
  | {
      readonly kind: 'data';
      readonly node: string;
      readonly output: string;
      readonly operator: Operator;
      readonly value: JsonValue;
    }
  | { readonly kind: 'atIteration'; readonly iteration: number }
  | { readonly kind: 'throw'; readonly message: string }
  | { readonly kind: 'slow' };

/** A declared cycle as data. */
export interface CycleDescription {
  readonly id: string;
  readonly edges: readonly Connection[];
  readonly maxIterations: number;
  readonly convergeWhen?: Convergence;
  readonly timeoutMs?: number;
}

/** A workflow as data. */
export interface WorkflowDescription {
  readonly name: string;
  readonly nodes: readonly NodeDescription[];
  readonly edges: readonly Connection[];
  readonly cycles: readonly CycleDescription[];
}

/** The options that a generated run is given. */
export interface CaseOptions {
  readonly conditionalExecution: 'route_data' | 'skip_branches';
  readonly onError: OnError;
  readonly contentAwareSuccess: boolean;
  readonly retry?: RetryPolicy;
}

/** A workflow, its parameters and its options: everything that decides what a run gives. */
export interface RunCase {
  readonly workflow: WorkflowDescription;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly options: CaseOptions;
}

/** The type name of a node in events. */
export const typeNames: Readonly<Record<NodeDescription['type'], string>> = {
  function: 'FunctionNode',
  need: 'NeedNode',
  switch: 'SwitchNode',
  merge: 'MergeNode',
  sub: 'WorkflowNode',
};
