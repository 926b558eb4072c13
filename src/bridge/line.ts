import type { MessagePort } from 'node:worker_threads';
import type { ErrorForm } from './error-form.ts';

/** What the thread of the runtime and its worker share. */
export interface Line {
  readonly port: MessagePort;
  /** At `ANSWERS`: how many answers have been sent; at `ENDED`: 1 when the worker has ended. */
  readonly state: Int32Array;
}

/** The place of the number of answers. */
export const ANSWERS = 0;

/** The place that says whether the worker has ended. */
export const ENDED = 1;

/** A node that a worker is to run: what its context says, without what cannot travel. */
export interface Request {
  readonly module: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly nodeId: string;
  readonly runId: string;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly attempt: number;
  readonly iteration: number | undefined;
}

/** What became of it: the body's value, the body's error, a value that cannot travel, or why it did not run. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly error: ErrorForm }
  | { readonly kind: 'untravelled'; readonly path: string; readonly is: string }
  | { readonly kind: 'refused'; readonly detail: string };
