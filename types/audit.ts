import type { JsonValue } from './json.ts';

/** The events that a runtime records by itself; `nodeCompleted` only with `includePayloads`. */
export type AutomaticAuditType =
  | 'runStarted'
  | 'runResumed'
  | 'nodeCompleted'
  | 'accessDenied'
  | 'runCompleted'
  | 'runFailed'
  | 'runCancelled';

/**
 * What somebody has recorded through `logAuditEvent`.
 *
 * @example
 * ```ts
 * import type { AuditEvent } from 'lockstep/types';
 * const approved: AuditEvent = { type: 'orderApproved', userId: 'ada', data: { order: 7 } };
 * ```
 */
export interface AuditEvent {
  /** Any name that is not one of the runtime's own (`runStarted`, ...). */
  readonly type: string;
  readonly runId?: string;
  readonly userId?: string;
  /** Stored as JSON, without what the option `redact` names. */
  readonly data?: unknown;
}

/** One line of an audit log. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly type: string;
  readonly runId?: string;
  /** The run that this one is a sub-workflow of. */
  readonly parentRunId?: string;
  readonly workflow?: string;
  readonly userId?: string;
  readonly nodeId?: string;
  readonly status?: string;
  /** Of a denial: what was to be done, and the rule that denied it, if one did. */
  readonly action?: string;
  readonly rule?: string;
  /** `message` only with `includePayloads`, since messages may quote values. */
  readonly error?: { readonly name: string; readonly code?: string; readonly message?: string };
  readonly data?: JsonValue;
  /** The hash of the entry before; 64 zeros in the first. */
  readonly previous: string;
  /** SHA-256, in hexadecimal, of the entry without this member, as JSON with sorted keys and without spaces. */
  readonly hash: string;
}

/** Where a log ends. */
export type AuditHead = Pick<AuditEntry, 'sequence' | 'hash'>;

/**
 * Where audit entries go, on both runtimes. It blocks: an entry is stored when `append` returns, so that no line can be lost between
 * a run and its answer.
 */
export interface AuditSink {
  /** The last entry, `undefined` while there is none; the chain goes on from it. */
  readonly head: () => AuditHead | undefined;
  /** Stores an entry; throws where it cannot. */
  readonly append: (entry: AuditEntry) => undefined;
}

/**
 * How a runtime is audited.
 *
 * @example
 * ```ts
 * import { fileAuditSink, LocalRuntime } from 'lockstep';
 * const sink = fileAuditSink('audit.jsonl', { fsync: true });
 * const runtime = new LocalRuntime({ audit: { sink, redact: ['password'] } });
 * ```
 */
export interface AuditOptions {
  readonly sink: AuditSink;
  /** Whether outputs of nodes and messages of errors are stored, too; `false` unless given. */
  readonly includePayloads?: boolean;
  /** Keys, at any depth and in any case, whose values are stored as `[redacted]`; none unless given. */
  readonly redact?: readonly string[];
  /** What a sink that fails does to the run: ends it (`fail`, unless given), or warns the process (`warn`). */
  readonly onSinkFailure?: 'fail' | 'warn';
}
