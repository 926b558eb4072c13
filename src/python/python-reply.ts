import type { PythonAnswer } from './python-messages.ts';

/** What came of a question: an answer, none in time, or the worker's end. */
export type PythonReply = PythonAnswer | { readonly kind: 'late' } | { readonly kind: 'ended' };

/** How long an interpreter may take to load, in milliseconds. */
export const START_MS = 120_000;

/** An interpreter without work is ended after so long, in milliseconds. */
export const IDLE_MS = 60_000;
