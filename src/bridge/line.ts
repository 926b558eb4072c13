import type { ErrorForm } from './error-form.ts';

/** A node that a worker is to run: what its context says, without what cannot travel. */
export interface Request {
  readonly module: string;
  readonly name: string;
  /** By which a worker knows a node again that it has prepared. */
  readonly body: number;
  /** Which form of the node it is to run. */
  readonly form: 'sync' | 'async';
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly nodeId: string;
  readonly runId: string;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly attempt: number;
  readonly iteration: number | undefined;
  /** Where the node's span goes on, if it has one. */
  readonly traceparent: string | undefined;
}

/** What became of it: the body's value, the body's error, a value that cannot travel, or why it did not run. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly error: ErrorForm }
  | { readonly kind: 'untravelled'; readonly path: string; readonly is: string }
  | { readonly kind: 'refused'; readonly detail: string };
