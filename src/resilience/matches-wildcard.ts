/**
 * Whether a text is like a pattern in which `*` stands for any text. In linear time, unlike a regular expression: the text is that
 * of an error, which a stranger may have written.
 *
 * @example
 * ```ts
 * matchesWildcard('*timed out*', 'Request timed out after 3 s'); // true
 * ```
 */
export const matchesWildcard = (pattern: string, text: string): boolean => {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  if (parts.length === 1) return text === pattern;
  const last = parts.at(-1) ?? '';
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
};
