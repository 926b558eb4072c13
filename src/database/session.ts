import type { Color, Ret } from '../../types/color.ts';
import type { SqlResult } from './database-contract.ts';

/** A statement in the form of its dialect, with a value for each placeholder as the driver takes it. */
export interface BoundStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How long a statement may take, and what else cancels it. */
export interface Limits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One connection to a database. It does one thing at a time, and has one cursor at most.
 *
 * Whatever goes wrong is thrown as a `SqlFailed`.
 */
export interface Session<C extends Color = Color> {
  readonly run: (statement: BoundStatement, limits: Limits) => Ret<C, SqlResult>;
  readonly script: (sql: string, limits: Limits) => Ret<C, undefined>;
  /** Opens the cursor, to be read so many rows at a time. */
  readonly open: (statement: BoundStatement, limits: Limits, most: number) => Ret<C, undefined>;
  /** The next rows of the cursor; fewer than so many where there are no more. */
  readonly read: () => Ret<C, SqlResult>;
  /** Closes the cursor, if it is open. */
  readonly shut: () => Ret<C, undefined>;
  readonly end: () => Ret<C, undefined>;
  /** Whether a transaction is open. */
  readonly isInTransaction: () => boolean;
  /** Whether it can be used no more. */
  readonly isBroken: () => boolean;
}
