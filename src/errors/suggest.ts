import { createRequire } from 'node:module';

/** How many names a message lists: as many as a runtime has options, and some. */
const MOST_LISTED = 40;

type Levenshtein = typeof import('fastest-levenshtein');

// Loaded on first use: most programs never misspell anything.
const levenshtein = (): Levenshtein => createRequire(import.meta.url)('fastest-levenshtein') as Levenshtein;

/**
 * The tail of a message about an unknown name: the likeliest known one, then all of them.
 *
 * @example
 * ```ts
 * suggest('SwichNode', ['SwitchNode', 'MergeNode']); // "Did you mean 'SwitchNode'? Known: 'SwitchNode', 'MergeNode'."
 * ```
 */
export const suggest = (name: string, known: readonly string[], label = 'Known'): string => {
  if (known.length === 0) return `${label}: none.`;
  const { closest, distance } = levenshtein();
  const nearest = closest(
    name.toLowerCase(),
    known.map((each) => each.toLowerCase()),
  );
  const index = known.findIndex((each) => each.toLowerCase() === nearest);
  const likely = distance(name.toLowerCase(), nearest) <= Math.max(2, Math.floor(name.length / 3));
  const all = known
    .slice(0, MOST_LISTED)
    .map((each) => `'${each}'`)
    .join(', ');
  const list = `${label}: ${all}${known.length > MOST_LISTED ? `, and ${known.length - MOST_LISTED} more` : ''}.`;
  return likely ? `Did you mean '${known[index]}'? ${list}` : list;
};
