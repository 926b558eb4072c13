import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HistoryRecord } from './history-record.ts';
import { makeFolder } from './make-folder.ts';

/** Where the history is kept, relative to the folder of the config. */
export const HISTORY_FILE = '.lockstep/history.jsonl';

const LINE_FEED = 0x0a;

/** Whether a file ends in the middle of a line: its last writer was killed, or found the disk full. */
const endsTorn = (descriptor: number): boolean => {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== LINE_FEED;
};

/**
 * Adds a record as the last line of a history, which is made when it does not exist. The line is one write to a file opened
 * for appending, which a local file system never mixes with another writer's; nothing that is already there is touched.
 * A torn last line is left as it is, for the reader to report, and the record starts on a line of its own.
 *
 * @throws {Error} the record could not be written as a whole, as on a full disk; earlier records are unharmed.
 */
export const appendRecord = (file: string, record: HistoryRecord): void => {
  makeFolder(dirname(file));
  const descriptor = openSync(file, 'a+');
  try {
    const bytes = Buffer.from(`${endsTorn(descriptor) ? '\n' : ''}${JSON.stringify(record)}\n`);
    const written = writeSync(descriptor, bytes);
    if (written !== bytes.length) {
      throw new Error(
        `Only ${written} of ${bytes.length} bytes could be written to ${file}. Free disk space and run this again; earlier records are unharmed.`,
      );
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
