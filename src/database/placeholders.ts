import type { Dialect } from './database-contract.ts';

/** How a statement marks its parameters: `?`, `$1` or `:name`. */
export type PlaceholderStyle = 'none' | 'question' | 'number' | 'name';

/** A statement taken apart at its placeholders. */
export interface Template {
  readonly style: PlaceholderStyle;
  /** The parameter of each placeholder, in the order of the text: its index from 0, or its name. */
  readonly keys: readonly (number | string)[];
  /** The text around the placeholders: one more than there are keys. */
  readonly texts: readonly string[];
  /** Where each text begins in the statement as written. */
  readonly starts: readonly number[];
  /** Whether the text holds more than one statement. */
  readonly isScript: boolean;
  /** What makes it no single statement that can be bound, and the remedy. */
  readonly problem: string | undefined;
}

interface Found {
  readonly style: 'question' | 'number' | 'name' | 'unnumbered';
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

// One alternative for each thing whose inside is not looked at, then what is looked for. `(?<![\w$])`: `a$1` is a name, and so
// is the `e` before the quote of an escaped string.
const SHARED = [
  /(?<blank>--[^\n]*)/,
  /(?<quoted>"(?:[^"]|"")*(?:"|$))/,
  /(?<end>;)/,
  /(?<cast>::)/,
  /(?<![\w$\])]):(?<name>[A-Za-z_]\w*)/,
  /(?<![\w$])\$(?<number>\d+)/,
];
const TOKENS: Readonly<Record<Dialect, RegExp>> = {
  sqlite: joined(
    ...SHARED,
    /(?<skipped>\/\*[\s\S]*?(?:\*\/|$))/,
    /(?<other>'(?:[^']|'')*(?:'|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$))/,
    /\?(?<question>\d*)/,
    /(?<![\w$])(?<foreign>[@$][A-Za-z_]\w*)/,
  ),
  postgresql: joined(
    ...SHARED,
    /(?<nested>\/\*)/,
    /(?<other>(?<!\w)[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|'(?:[^']|'')*(?:'|$)|(?<![\w$])\$(?<tag>[A-Za-z_]\w*|)\$[\s\S]*?(?:\$\k<tag>\$|$))/,
    /\?(?<question>)/,
  ),
};

function joined(...tokens: readonly RegExp[]): RegExp {
  return new RegExp(tokens.map(({ source }) => source).join('|'), 'g');
}

/** Statements whose bodies hold statements. */
const HAS_BODY = /^\s*create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?(?:trigger|function|procedure)\b/i;

/** Takes a statement apart; what stands in strings, quoted names and comments is text. */
export const templateOf = (sql: string, dialect: Dialect): Template => {
  const { found, foreign, tail } = scan(sql, dialect);
  // PostgreSQL has operators that are written with question marks.
  const kept =
    dialect === 'postgresql' && found.some(({ style }) => style !== 'question')
      ? found.filter(({ style }) => style !== 'question')
      : found;
  const styles = [...new Set(kept.map(({ style }) => style))];
  const [style = 'none'] = styles;
  const isScript = tail && !HAS_BODY.test(sql);
  const problem =
    foreign !== undefined
      ? `its placeholder ${foreign} is written as no other database writes it. Write :${foreign.slice(1)}.`
      : styles.length > 1 || style === 'unnumbered'
        ? 'its placeholders are of several kinds. Write all of them as ?, as $1 or as :name.'
        : isScript
          ? 'its text holds several statements. Run them one by one, or use exec for a script without parameters.'
          : undefined;
  const starts = [0, ...kept.map(({ end }) => end)];
  const texts = starts.map((from, index) => sql.slice(from, kept[index]?.start));
  return {
    style: style === 'unnumbered' ? 'none' : style,
    keys: kept.map((each, index) => keyOf(each, index)),
    texts,
    starts,
    isScript,
    problem,
  };
};

const keyOf = ({ style, key }: Found, index: number): number | string => {
  if (style === 'name') return key;
  return style === 'number' ? Number(key) - 1 : index;
};

/** The placeholders, a placeholder of SQLite alone, and whether anything follows the end of the first statement. */
const scan = (
  sql: string,
  dialect: Dialect,
): { readonly found: readonly Found[]; readonly foreign: string | undefined; readonly tail: boolean } => {
  const token = new RegExp(TOKENS[dialect]);
  const found: Found[] = [];
  let foreign: string | undefined;
  let end: number | undefined;
  // Where text that is neither blank nor a comment has been seen last.
  let seen = 0;
  let from = 0;
  const look = (text: string, until: number): undefined => {
    if (text.trim() !== '') seen = until;
  };
  for (let match = token.exec(sql); match !== null; match = token.exec(sql)) {
    const start = match.index;
    const groups = match.groups ?? {};
    look(sql.slice(from, start), start);
    if (groups.nested !== undefined) token.lastIndex = endOfComment(sql, start);
    from = token.lastIndex;
    const isBlank = [groups.blank, groups.skipped, groups.nested, groups.end].some(
      (each) => each !== undefined,
    );
    if (groups.end !== undefined) end ??= start;
    else if (!isBlank) seen = from;
    foreign ??= groups.foreign;
    const add = (style: Found['style'], key: string): unknown => found.push({ style, key, start, end: from });
    if (groups.name !== undefined) add('name', groups.name);
    else if (groups.number !== undefined) add('number', groups.number);
    else if (groups.question !== undefined) add(groups.question === '' ? 'question' : 'unnumbered', '');
  }
  look(sql.slice(from), sql.length);
  return { found, foreign, tail: end !== undefined && seen > end };
};

/** Where a comment ends that may hold others. */
const endOfComment = (sql: string, start: number): number => {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  let depth = 0;
  for (let match = edge.exec(sql); match !== null; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
};
