import { createHash } from 'node:crypto';

/** A line of an audit log, as far as its place in the chain goes. */
interface Link {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

/** How far a log has been read. */
export interface ChainEnd {
  /** Entries so far. */
  readonly count: number;
  /** The sequence of the last entry; 0 before the first of all. */
  readonly sequence: number;
  readonly hash: string;
}

/** What is before the first entry of a log. */
export const BEGINNING: ChainEnd = { count: 0, sequence: 0, hash: '0'.repeat(64) };

// Not the runtimes' own: parity stands alone, and a mistake in one of the two shows against the other.
const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const texts = Object.keys(members)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(members[key])}`);
  return `{${texts}}`;
};

const linkOf = (line: string): Link | undefined => {
  try {
    const value = JSON.parse(line) as Partial<Link> | null;
    const isLink =
      Number.isSafeInteger(value?.sequence) &&
      typeof value?.previous === 'string' &&
      typeof value.hash === 'string';
    return isLink ? (value as Link) : undefined;
  } catch {
    return undefined;
  }
};

/** Whether the line says all that it says once: JSON keeps the last of two members of one name, and readers may see the first. */
const isPlain = (line: string): boolean => JSON.stringify(JSON.parse(line)) === line;

/** What is wrong with a line that follows on an end; the end after it where nothing is. */
export const followLine = (line: string, end: ChainEnd): ChainEnd | string => {
  const link = linkOf(line);
  if (link === undefined) return 'it is no entry of an audit log: cut off, or edited.';
  if (!isPlain(line)) return 'it is not written as the runtime writes: edited.';
  const { hash, ...content } = link;
  const own = createHash('sha256').update(canonical(content)).digest('hex');
  if (own !== hash) return `it was edited: its hash says ${hash}, its content has ${own}.`;
  const expected = end.sequence + 1;
  if (link.sequence > expected) {
    return `entries are missing before it, deleted or moved: it is number ${link.sequence}, where ${expected} should be.`;
  }
  if (link.sequence < expected) {
    return `it is out of order, moved or inserted: it is number ${link.sequence}, where ${expected} should be.`;
  }
  if (link.previous !== end.hash) {
    return `it does not follow on the entry before: it names ${link.previous}, and that has ${end.hash}.`;
  }
  return { count: end.count + 1, sequence: link.sequence, hash };
};
