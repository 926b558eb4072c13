import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AuditHead } from '../../types/audit.ts';
import { AuditFileError } from '../errors/audit-file-error.ts';

/**
 * The last entry of a log, or of the file that was put away last where the log's own is not there.
 *
 * @throws {AuditFileError} it does not end with a whole entry
 */
export const lastEntry = (file: string): AuditHead | undefined => {
  const latest = existsSync(file) ? file : latestRotated(file);
  if (latest === undefined) return undefined;
  const text = readFileSync(latest, 'utf8');
  if (text === '') return undefined;
  if (!text.endsWith('\n')) throw unfinished(latest);
  const line = text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
  try {
    const { sequence, hash } = JSON.parse(line) as AuditHead;
    if (Number.isSafeInteger(sequence) && typeof hash === 'string') return { sequence, hash };
  } catch {
    throw unfinished(latest);
  }
  throw unfinished(latest);
};

const unfinished = (file: string): AuditFileError =>
  new AuditFileError(
    file,
    'its last line is no whole entry, as after a crash while writing. Look at it with `lockstep audit-log verify`, put the file away, and begin a new one.',
  );

const latestRotated = (file: string): string | undefined => {
  const folder = dirname(file);
  if (!existsSync(folder)) return undefined;
  const prefix = `${basename(file)}.`;
  const last = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .toSorted((one, other) => other - one)[0];
  return last === undefined ? undefined : join(folder, `${prefix}${last}`);
};
