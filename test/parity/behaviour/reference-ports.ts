import { openRuleBook, type RuleBook } from './rules.ts';

/** What a node gave: its output, and which of its ports are inactive. */
export interface Given {
  readonly output: Readonly<Record<string, unknown>>;
  readonly inactive: ReadonlySet<string>;
}

/** Whether a port is inactive: by its whole name, or by its first segment. */
export const isInactive = (port: string, { inactive }: Given, book: RuleBook): boolean => {
  if (inactive.has(port)) return true;
  const first = port.split('.')[0] ?? port;
  return inactive.has(first) && book.holds('port: inactive by its first segment');
};

/** The value at a port as the only entry of a list; an empty list if there is none. */
export const valueAt = (
  port: string,
  output: Readonly<Record<string, unknown>>,
  book: RuleBook,
): readonly unknown[] => {
  if (Object.hasOwn(output, port)) {
    if (!port.includes('.') || book.holds('port: an entry of the whole dotted name comes first'))
      return [output[port]];
  }
  if (port === 'result') return book.holds('port: result is the whole output') ? [output] : [];
  if (!port.includes('.') || !book.holds('port: a dotted name is a path')) return [];
  const [first = '', ...path] = port.split('.');
  let value: unknown;
  if (Object.hasOwn(output, first)) value = output[first];
  else if (first === 'result') value = output;
  else return [];
  for (const segment of path) {
    if (value === null || value === undefined) {
      return book.holds('port: a path through null is a missing output') ? [] : [null];
    }
    if (typeof value !== 'object' || !Object.hasOwn(value, segment)) return [];
    value = Reflect.get(value, segment);
  }
  return [value];
};

/** Of a dotted path that leads to nothing: the longest part of it that leads to a value, and that value. */
export const furthest = (
  port: string,
  output: Readonly<Record<string, unknown>>,
): { readonly port: string; readonly value: unknown } | undefined => {
  const book = openRuleBook();
  return port
    .split('.')
    .slice(0, -1)
    .map((_, index, segments) => segments.slice(0, index + 1).join('.'))
    .flatMap((part) => valueAt(part, output, book).map((value) => ({ port: part, value })))
    .at(-1);
};
