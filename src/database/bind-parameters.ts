import { SqlParameterError } from '../errors/sql-parameter-error.ts';
import { suggest } from '../errors/suggest.ts';
import type { Dialect, SqlParameters } from './database-contract.ts';
import { encodeValue, Unbindable } from './encode-value.ts';
import { type PlaceholderStyle, type Template, templateOf } from './placeholders.ts';
import type { BoundStatement } from './session.ts';
import { statementLabel } from './statement-label.ts';

interface Prepared {
  readonly template: Template;
  readonly text: string;
  /** The parameters in the order of the driver's placeholders, each once. */
  readonly keys: readonly (number | string)[];
}

const EXPECTED: Readonly<Record<PlaceholderStyle, string>> = {
  none: 'no parameters',
  question: 'a list, since its placeholders are written as ?',
  number: 'a list, since its placeholders are written as $1',
  name: 'an object, since its placeholders are written as :name',
};

/** How many texts are remembered; a program that makes a new text for each call must not fill the memory. */
const MOST_TEXTS = 500;
const prepared: Readonly<Record<Dialect, Map<string, Prepared>>> = {
  sqlite: new Map(),
  postgresql: new Map(),
};

/**
 * A statement with its parameters in the form of a dialect's driver. Values go beside the text, never into it.
 *
 * @throws {SqlParameterError} they do not fit the placeholders, or a value cannot be bound
 */
export const bindParameters = (
  sql: string,
  parameters: SqlParameters | undefined,
  dialect: Dialect,
  name?: string,
): BoundStatement => {
  const { template, text, keys } = preparedOf(sql, dialect);
  const refuse = (detail: string): never => {
    throw new SqlParameterError(statementLabel(sql, name), detail);
  };
  if (template.problem !== undefined) refuse(template.problem);
  const given = parameters ?? [];
  const named = !Array.isArray(given);
  if (named && template.style !== 'name' && !(template.style === 'none' && isEmpty(given))) {
    refuse(`it is given an object. Give ${EXPECTED[template.style]}.`);
  }
  if (!named && template.style === 'name') refuse(`it is given a list. Give ${EXPECTED.name}.`);
  if (!named && given.length !== keys.length) {
    refuse(
      `it has ${keys.length} placeholders and is given ${given.length} values. Give one value for each.`,
    );
  }
  if (named) {
    const known = keys.map(String);
    const unknown = Object.keys(given).find((key) => !known.includes(key));
    if (unknown !== undefined)
      refuse(`it has no placeholder :${unknown}. ${suggest(unknown, known, 'It has')}`);
  }
  const values = keys.map((key) => {
    const label = typeof key === 'number' ? `$${key + 1}` : `:${key}`;
    if (!Object.hasOwn(given, key)) return refuse(`it is given no value for ${label}. Give one, or null.`);
    const value = encodeValue(Reflect.get(given, key), dialect);
    return value instanceof Unbindable ? refuse(`the value for ${label} ${value.detail}`) : value;
  });
  return { text, values };
};

/** Where in a statement as written something is that stands at an offset of the text for the driver; both from 0. */
export const writtenOffset = (sql: string, dialect: Dialect, offset: number): number => {
  const { template, text } = preparedOf(sql, dialect);
  let sent = 0;
  for (const [index, part] of template.texts.entries()) {
    const inPart = offset - sent;
    if (inPart <= part.length) return (template.starts[index] ?? 0) + Math.max(0, inPart);
    const next = text.slice(sent + part.length);
    sent += part.length + (/^[$?]\d+/.exec(next)?.[0].length ?? 0);
  }
  return sql.length;
};

const isEmpty = (given: object): boolean => Object.keys(given).length === 0;

const preparedOf = (sql: string, dialect: Dialect): Prepared => {
  const known = prepared[dialect].get(sql);
  if (known !== undefined) return known;
  const made = prepare(sql, dialect);
  if (prepared[dialect].size >= MOST_TEXTS) prepared[dialect].clear();
  prepared[dialect].set(sql, made);
  return made;
};

const prepare = (sql: string, dialect: Dialect): Prepared => {
  const template = templateOf(sql, dialect);
  const { texts } = template;
  const distinct = [...new Set(template.keys)];
  // A list is given in its order, whichever placeholder comes first; `$3` alone asks for three values.
  const keys =
    template.style === 'number' || template.style === 'question'
      ? Array.from({ length: Math.max(...distinct.map(Number)) + 1 }, (_, index) => index)
      : distinct;
  const mark = dialect === 'postgresql' ? '$' : '?';
  const text = texts.reduce(
    (before, after, index) => `${before}${mark}${keys.indexOf(template.keys[index - 1] ?? 0) + 1}${after}`,
  );
  return { template, text, keys };
};
