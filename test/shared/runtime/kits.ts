import { AsyncLocalRuntime, LocalRuntime } from '../../../src/index.ts';
import type { AsyncRuntimeOptions, RuntimeOptions } from '../../../types/index.ts';

/** Either runtime. */
export type AnyRuntime = LocalRuntime | AsyncLocalRuntime;

/** What the shared suite needs to know of one side. */
export interface RuntimeKit {
  readonly id: 'sync' | 'async';
  readonly Runtime: new (options?: RuntimeOptions) => AnyRuntime;
  /** Options under which the side runs one node at a time, so that its events come in a fixed order. */
  readonly oneAtATime: AsyncRuntimeOptions;
}

/** The one list of sides that every shared test runs on. */
export const kits: readonly RuntimeKit[] = [
  {
    id: 'sync',
    Runtime: LocalRuntime,
    oneAtATime: {},
  },
  {
    id: 'async',
    Runtime: AsyncLocalRuntime,
    oneAtATime: { maxConcurrency: 1 },
  },
];
