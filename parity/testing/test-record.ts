import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from '../report-model.ts';
import type { Observation } from './observation.ts';

/** Where the harness writes its records, one file a process; set by `lockstep test`. */
export const RECORDS_VARIABLE = 'LOCKSTEP_RECORDS';

/** A test that began: without an end after it, it is the one that hangs. */
export interface TestBegun {
  readonly type: 'begun';
  readonly file: string;
  /** The id of the test, with its side. */
  readonly id: string;
}

/** A test of a shared suite that ended, with what it saw of its side. */
export interface TestEnded {
  readonly type: 'ended';
  readonly file: string;
  readonly id: string;
  /** The id without the side, the same on both. */
  readonly name: string;
  readonly side: Side;
  /** The reason why it is declared for this side alone; `null` for a test of both. */
  readonly onlyBecause: string | null;
  readonly observation: Observation;
}

/** A line of a record file. */
export type TestRecord = TestBegun | TestEnded;

/** Appends a record at once, so that it is there when the process is ended from outside. Without a folder to write to, nothing is written. */
export const writeRecord = (record: TestRecord, env: NodeJS.ProcessEnv): undefined => {
  const folder = env[RECORDS_VARIABLE];
  if (folder !== undefined && folder !== '') {
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(record)}\n`);
  }
};
