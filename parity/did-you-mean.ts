import { closest, distance } from 'fastest-levenshtein';

/** How many known names a message lists before it stops. */
const LISTED = 12;

const listed = (known: readonly string[]): string => {
  const names = known.slice(0, LISTED).map((name) => `'${name}'`);
  return `${names.join(', ')}${known.length > LISTED ? ` and ${known.length - LISTED} more` : ''}`;
};

/**
 * The end of a message about an unknown name: the likeliest of the known names, or else all of them.
 *
 * @example
 * ```ts
 * didYouMean('jsn', ['text', 'json']); // "Did you mean 'json'?"
 * didYouMean('xml', ['text', 'json']); // "Known are 'text', 'json'."
 * ```
 */
export const didYouMean = (name: string, known: readonly string[]): string => {
  if (known.length === 0) return 'None is known.';
  const folded = known.map((each) => each.toLowerCase());
  const nearest = closest(name.toLowerCase(), folded);
  const near = distance(name.toLowerCase(), nearest) <= Math.max(1, Math.floor(name.length / 3));
  return near ? `Did you mean '${known[folded.indexOf(nearest)]}'?` : `Known are ${listed(known)}.`;
};
