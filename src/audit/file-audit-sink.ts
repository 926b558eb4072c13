import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import * as v from 'valibot';
import type { AuditEntry, AuditHead, AuditSink } from '../../types/audit.ts';
import { AuditFileError } from '../errors/audit-file-error.ts';
import { readEntries } from '../nodes/read-entries.ts';
import { lastEntry } from './last-entry.ts';

/** How an audit log is written to a file. */
export interface FileAuditOptions {
  /** Whether each line is on the disk, and not in the system's memory alone, before the run goes on; `false` unless given. */
  readonly fsync?: boolean;
  /**
   * From how many bytes on the file is put away as `<file>.<sequence of its last entry>` and a new one begun, whose first entry goes
   * on with the chain; never unless given.
   */
  readonly rotateBytes?: number;
}

/** An audit log in a file. */
export interface FileAuditSink extends AuditSink {
  /** Closes the file; the next entry opens it again. */
  readonly close: () => undefined;
}

const fileEntries = {
  fsync: v.exactOptional(v.boolean(), false),
  rotateBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
};

/**
 * Keeps an audit log as JSON lines, which `lockstep audit-log verify` checks. A file that is there is gone on with. One process
 * writes it, through one sink, which any number of runtimes may share.
 *
 * @throws {AuditFileError} the file does not end with a whole entry
 * @throws {InvalidOptionError} an option is unknown or has a value that is not allowed
 *
 * @example
 * ```ts
 * import { AsyncLocalRuntime, fileAuditSink } from 'lockstep';
 * const sink = fileAuditSink('audit.jsonl', { fsync: true, rotateBytes: 10_000_000 });
 * const runtime = new AsyncLocalRuntime({ audit: { sink } });
 * ```
 */
export const fileAuditSink = (file: string, options: FileAuditOptions = {}): FileAuditSink => {
  const { fsync, rotateBytes } = readEntries(fileEntries, options);
  let head: AuditHead | undefined = lastEntry(file);
  let size = existsSync(file) ? statSync(file).size : 0;
  let descriptor: number | undefined;

  const close = (): undefined => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };

  const rotate = (): undefined => {
    close();
    renameSync(file, `${file}.${head?.sequence}`);
    size = 0;
  };

  const append = (entry: AuditEntry): undefined => {
    // A second writer would fork the chain, and a file that was put away would lose its lines.
    const found = existsSync(file) ? statSync(file).size : 0;
    if (found !== size) {
      throw new AuditFileError(
        file,
        `it has ${found} bytes where this sink left ${size}. Let one process write it, through one sink that runtimes share.`,
      );
    }
    if (rotateBytes !== undefined && size >= rotateBytes) rotate();
    descriptor ??= openSync(file, 'a', 0o600);
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    for (let written = 0; written < line.length; ) written += writeSync(descriptor, line, written);
    if (fsync) fsyncSync(descriptor);
    size += line.length;
    head = { sequence: entry.sequence, hash: entry.hash };
  };

  return { head: () => head, append, close };
};
