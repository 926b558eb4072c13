import type { Execution } from './effects.ts';
import { execute } from './execute.ts';
import { executeDurably } from './execute-durably.ts';
import { executeRecorded } from './execute-recorded.ts';
import type { Mailbox } from './mailbox.ts';
import type { Run } from './run.ts';

/** What a driver drives for a run. */
export const executionOf = (run: Run, mailbox: Mailbox): Execution => {
  const { durability, recording, parent } = run;
  const execution =
    durability === undefined ? execute(run, mailbox) : executeDurably(run, durability, mailbox);
  // A run inside of another one is part of that one's record.
  return recording === undefined || parent !== undefined ? execution : executeRecorded(execution, recording);
};
