import { createHash } from 'node:crypto';
import type { AuditEntry, AuditHead } from '../../types/audit.ts';

/** What the first entry of a log says of the one before. */
export const FIRST = '0'.repeat(64);

/** Puts an entry behind the last one of a log: numbered, with the hash of that and its own. */
export const sealEntry = (
  entry: Omit<AuditEntry, 'sequence' | 'previous' | 'hash'>,
  head: AuditHead | undefined,
): AuditEntry => {
  const linked = { sequence: (head?.sequence ?? 0) + 1, ...entry, previous: head?.hash ?? FIRST };
  return { ...linked, hash: createHash('sha256').update(canonicalJson(linked)).digest('hex') };
};

/** JSON with sorted keys and without spaces, so that equal values are equal texts (as in RFC 8785, for strings sorted by UTF-16 units). */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};
