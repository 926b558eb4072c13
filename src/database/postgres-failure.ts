import type { SqlReason } from '../errors/sql-statement-error.ts';
import { SqlFailed } from './sql-failed.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html; the first that fits.
const REASONS: readonly (readonly [state: RegExp, reason: SqlReason, words?: string])[] = [
  [/^23505/, 'unique', 'a value is there already that must be unique'],
  [/^23503/, 'foreignKey', 'a row refers to one that does not exist, or is referred to'],
  [/^23502/, 'notNull', 'a value is missing'],
  [/^23514|^23P01/, 'check', 'a value is not what the constraint allows'],
  [/^22|^23/, 'value', 'a value is not of the type or range that it is used as'],
  [/^P0/, 'raised', 'a trigger or function has raised an error'],
  [/^42601/, 'syntax'],
  [/^42(P01|P02|703|704|883)|^3F000|^42P18/, 'unknownName'],
  [/^42(P03|P04|P05|P06|P07|701|710|712|723)/, 'nameTaken'],
  [/^42804|^42846/, 'value'],
  [/^40/, 'conflict'],
  [/^55P03/, 'busy'],
  [/^25006/, 'readOnly'],
  [/^42501/, 'permission'],
  [/^57014/, 'cancelled'],
  [/^5[34]/, 'resources'],
];

/** A server that goes away, refuses the user, or does not have the database; and a line that breaks. */
const IS_CONNECTION = /^(08|28|57P0[1-5]|3D000|E[A-Z]+$)/;

interface ServerError {
  readonly code?: unknown;
  readonly message: string;
  readonly position?: unknown;
  readonly constraint?: unknown;
  readonly table?: unknown;
  readonly column?: unknown;
  readonly severity?: unknown;
}

/**
 * An error of the driver as a `SqlFailed`. The server's own words are kept only where they speak of the statement or the server:
 * of data they would hold values.
 */
export const postgresFailure = (error: unknown): SqlFailed => {
  if (error instanceof SqlFailed) return error;
  const thrown = (error ?? {}) as ServerError;
  const code = typeof thrown.code === 'string' ? thrown.code : '';
  const isOfServer = typeof thrown.severity === 'string';
  if (IS_CONNECTION.test(code) || !isOfServer) {
    return new SqlFailed({
      kind: 'connection',
      code: code === '' ? 'ECONNRESET' : code,
      detail: String(thrown.message || 'the server does not answer'),
    });
  }
  const [, reason = 'other', words = undefined] = REASONS.find(([states]) => states.test(code)) ?? [];
  return new SqlFailed({
    kind: 'statement',
    reason,
    code,
    detail: words === undefined ? thrown.message : `${words}${placeOf(thrown)}`,
    position: typeof thrown.position === 'string' ? Number(thrown.position) : undefined,
  });
};

const placeOf = ({ constraint, table, column }: ServerError): string => {
  const places = [
    column === undefined ? undefined : `column ${column}`,
    table === undefined ? undefined : `table ${table}`,
    constraint === undefined ? undefined : `constraint ${constraint}`,
  ].filter((place) => place !== undefined);
  return places.length === 0 ? '' : ` (${places.join(', ')})`;
};
