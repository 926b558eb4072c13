import type { RunEvent } from '../../../types/index.ts';
import type { RuleBook } from './rules.ts';

/** Gives a run its id: the outermost one with `undefined`, a sub-workflow's with the place that starts it. */
export type RunIds = (parent: { readonly runId: string; readonly nodeId: string } | undefined) => string;

/** A node that failed under `stop`. */
export interface Failure {
  readonly nodeId: string;
  readonly error: unknown;
  /** The inner run of a sub-workflow; any of its failures may be the one that ended it. */
  readonly inner: Outcome | undefined;
}

/** What a run gives, an ended one with `error`. */
export interface Outcome {
  readonly runId: string;
  readonly results: Readonly<Record<string, unknown>>;
  /** The ids of all nodes, in plan order. */
  readonly plan: readonly string[];
  readonly skipped: readonly string[];
  readonly status: 'completed' | 'partial';
  readonly error: unknown;
  readonly events: readonly RunEvent[];
  /** Only of a run that does not stop: every failure that could have been the first, and all outputs by node. */
  readonly failures: readonly Failure[];
  readonly outputs: ReadonlyMap<string, readonly unknown[]>;
}

/** How the reference is to run. */
export interface ReferenceSettings {
  readonly runIds: RunIds;
  readonly book: RuleBook;
  /** Under `stop`, leave a failed node unsettled and go on with whatever does not wait for it. */
  readonly everyFailure?: boolean;
  readonly parent?: { readonly runId: string; readonly nodeId: string };
}
