import type { Execution } from './effects.ts';
import { execute } from './execute.ts';
import { executeDurably } from './execute-durably.ts';
import type { Mailbox } from './mailbox.ts';
import type { Run } from './run.ts';

/** What a driver drives for a run. */
export const executionOf = (run: Run, mailbox: Mailbox): Execution =>
  run.durability === undefined ? execute(run, mailbox) : executeDurably(run, run.durability, mailbox);
