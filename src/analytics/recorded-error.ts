import type { RecordedError } from '../../types/run-history.ts';

/** What a record holds of an error: what it is, never what it says. */
export const recordedError = (error: unknown): RecordedError => ({
  name: error instanceof Error ? error.name : typeof error,
  ...(error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? { code: error.code }
    : {}),
});
