import { AsyncLocalStorage } from 'node:async_hooks';
import type { Recorder } from './recorder.ts';

/** The test whose body runs, whatever it awaits. */
export const currentTest = new AsyncLocalStorage<Recorder>();

/** Whether code of a side runs, rather than code of a test: a side may use itself as it likes. */
export const insideSide = new AsyncLocalStorage<boolean>();
