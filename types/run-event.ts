import type { AccessDecision } from './access-control.ts';
import type { LimitAction, LimitedResource } from './resource-limits.ts';
import type { RunStatus } from './run-result.ts';
import type { NodeOutput } from './workflow.ts';

/** What all events carry: the run they belong to and, for a sub-workflow's run, where it was started. */
export interface RunEventBase {
  readonly runId: string;
  readonly parent?: { readonly runId: string; readonly nodeId: string };
}

/** What the events of a node carry; `iteration` (from 1) only inside a cycle. */
export interface NodeEventBase extends RunEventBase {
  readonly nodeId: string;
  readonly nodeType: string;
  readonly iteration?: number;
}

/** How a cycle ended. */
export interface CycleSummary {
  readonly iterations: number;
  readonly endedBy: 'converged' | 'maxIterations' | 'noLiveBackEdge' | 'failed';
}

/** The run begins. */
export interface RunStarted extends RunEventBase {
  readonly type: 'runStarted';
  readonly workflow: string;
}
/** The run goes on after an interruption or a failure; `finished` are the nodes that do not run again, in plan order. */
export interface RunResumed extends RunEventBase {
  readonly type: 'runResumed';
  readonly workflow: string;
  readonly finished: readonly string[];
}
/** A node begins; `attempt` is 1. */
export interface NodeStarted extends NodeEventBase {
  readonly type: 'nodeStarted';
}
/** A node has given its output. */
export interface NodeCompleted extends NodeEventBase {
  readonly type: 'nodeCompleted';
  readonly output: NodeOutput;
  /** The active ports of a node that routes; absent on others, and where the output is masked. */
  readonly ports?: readonly string[];
}
/** A node has failed for good, after all its attempts. */
export interface NodeFailed extends NodeEventBase {
  readonly type: 'nodeFailed';
  readonly error: unknown;
  readonly attempts: number;
}
/** A node did not run, since no live edge reached it. */
export interface NodeSkipped extends NodeEventBase {
  readonly type: 'nodeSkipped';
}
/** A node has failed and is tried again: `attempt` is the coming attempt's number, `delayMs` the wait before it. */
export interface NodeRetried extends NodeEventBase {
  readonly type: 'nodeRetried';
  readonly error: unknown;
  readonly attempt: number;
  readonly delayMs: number;
}
/** What the events of a circuit breaker carry: the node whose call changed it, and its key. */
export interface CircuitEventBase extends NodeEventBase {
  readonly circuit: string;
}
/** A circuit breaker refuses calls from now on. */
export interface CircuitOpened extends CircuitEventBase {
  readonly type: 'circuitOpened';
}
/** A circuit breaker lets this call through as a probe. */
export interface CircuitHalfOpened extends CircuitEventBase {
  readonly type: 'circuitHalfOpened';
}
/** A circuit breaker lets all calls through again. */
export interface CircuitClosed extends CircuitEventBase {
  readonly type: 'circuitClosed';
}
/** The user of the run may not do something: run it or one of its nodes, give inputs, or see an output, which is masked then. */
export interface AccessDenied extends RunEventBase {
  readonly type: 'accessDenied';
  /** Present where the denial is about a node; `iteration` only inside a cycle. */
  readonly nodeId?: string;
  readonly nodeType?: string;
  readonly iteration?: number;
  readonly decision: AccessDecision;
}
/** Something would have passed a limit of the runtime: the run (no `nodeId`), or a node of it. */
export interface ResourceLimitExceeded extends RunEventBase {
  readonly type: 'resourceLimitExceeded';
  readonly resource: LimitedResource;
  /** Runs, connections, MiB, or percent. */
  readonly value: number;
  readonly limit: number;
  readonly action: LimitAction;
  readonly nodeId?: string;
  readonly nodeType?: string;
  readonly iteration?: number;
}
/** The run has a result. */
export interface RunCompleted extends RunEventBase {
  readonly type: 'runCompleted';
  readonly status: RunStatus;
  readonly cycles?: Readonly<Record<string, CycleSummary>>;
}
/** The run has failed. */
export interface RunFailed extends RunEventBase {
  readonly type: 'runFailed';
  readonly error: unknown;
}
/** The run was cancelled through its signal. */
export interface RunCancelled extends RunEventBase {
  readonly type: 'runCancelled';
  readonly error: unknown;
}

/** One event of a run's stream. */
export type RunEvent =
  | RunStarted
  | RunResumed
  | NodeStarted
  | NodeCompleted
  | NodeFailed
  | NodeSkipped
  | NodeRetried
  | CircuitOpened
  | CircuitHalfOpened
  | CircuitClosed
  | AccessDenied
  | ResourceLimitExceeded
  | RunCompleted
  | RunFailed
  | RunCancelled;

/** The name of an event. */
export type RunEventType = RunEvent['type'];

/** The event of one name; `'*'` stands for any. */
export type RunEventOf<Type extends RunEventType | '*'> = Type extends '*'
  ? RunEvent
  : Extract<RunEvent, { readonly type: Type }>;
