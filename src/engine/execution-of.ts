import type { Execution, Start } from './effects.ts';
import { execute } from './execute.ts';
import { executeDurably } from './execute-durably.ts';
import { executeRecorded } from './execute-recorded.ts';
import type { Mailbox } from './mailbox.ts';
import type { Run } from './run.ts';

/** What a driver drives for a run; it is asked to call the bodies itself unless it gives `start`. */
export const executionOf = (run: Run, mailbox: Mailbox, start?: Start): Execution => {
  const { durability, recording, parent } = run;
  const execution =
    durability === undefined ? execute(run, mailbox, start) : executeDurably(run, durability, mailbox, start);
  // A run inside of another one is part of that one's record.
  return recording === undefined || parent !== undefined ? execution : executeRecorded(execution, recording);
};
