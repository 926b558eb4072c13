import type { PostgresTarget } from './database-options.ts';
import type { BoundStatement, Limits } from './session.ts';
import type { SqlFailure } from './sql-failed.ts';

/** What the worker is asked to do on one of its connections. */
export type SqlQuestion = { readonly session: number } & (
  | {
      readonly ask: 'connect';
      readonly target: PostgresTarget;
      /** Shared: its one entry becomes 1 when the connection breaks while nobody asks anything of it. */
      readonly broken: Int32Array;
    }
  | { readonly ask: 'run'; readonly statement: BoundStatement; readonly limits: Limits }
  | {
      readonly ask: 'open';
      readonly statement: BoundStatement;
      readonly limits: Limits;
      readonly most: number;
    }
  | { readonly ask: 'script'; readonly sql: string; readonly limits: Limits }
  | { readonly ask: 'read' | 'shut' | 'end' }
);

/** What came of it, and how the connection is now. */
export interface SqlAnswer {
  readonly outcome:
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'failed'; readonly failure: SqlFailure }
    | { readonly kind: 'noDriver'; readonly database: string; readonly driver: string }
    | { readonly kind: 'thrown'; readonly message: string };
  readonly isInTransaction: boolean;
  readonly isBroken: boolean;
}
