import type { SqlReason } from '../errors/sql-statement-error.ts';
import { SqlFailed } from './sql-failed.ts';

// https://www.sqlite.org/rescode.html
const REASONS: readonly (readonly [code: RegExp, message: RegExp, reason: SqlReason])[] = [
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/, /./, 'unique'],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY$/, /./, 'foreignKey'],
  [/^SQLITE_CONSTRAINT_NOTNULL$/, /./, 'notNull'],
  [/^SQLITE_CONSTRAINT_CHECK$/, /./, 'check'],
  [/^SQLITE_CONSTRAINT_TRIGGER$/, /./, 'raised'],
  [/^SQLITE_(CONSTRAINT_DATATYPE|MISMATCH|RANGE|TOOBIG)/, /./, 'value'],
  [/^SQLITE_(BUSY|LOCKED)/, /./, 'busy'],
  [/^SQLITE_READONLY/, /./, 'readOnly'],
  [/^SQLITE_(AUTH|PERM)/, /./, 'permission'],
  [/^SQLITE_(FULL|NOMEM|IOERR)/, /./, 'resources'],
  [/^SQLITE_INTERRUPT/, /./, 'cancelled'],
  [/^SQLITE_ERROR/, /syntax error|incomplete input|unrecognized token/, 'syntax'],
  [/^SQLITE_ERROR/, /^no such |has no column named/, 'unknownName'],
  [/^SQLITE_ERROR/, /already exists|duplicate column name/, 'nameTaken'],
  [/^SQLITE_ERROR/, /malformed JSON|overflow/, 'value'],
];

const NO_DATABASE = /^SQLITE_(CANTOPEN|NOTADB|CORRUPT)/;
// The driver gives the number of the result code alone when it cannot open a file.
const NOT_OPENED = /^ConnectionFailed\(.*: (\d+)"\)$/;

/** An error of the driver as a `SqlFailed`. SQLite's messages name tables, columns and words of the statement, never values. */
export const sqliteFailure = (error: unknown): SqlFailed => {
  if (error instanceof SqlFailed) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = String((error as { readonly code?: unknown } | undefined)?.code ?? '');
  if (NO_DATABASE.test(code)) return new SqlFailed({ kind: 'connection', code, detail: message });
  if (NOT_OPENED.test(message)) {
    const detail = 'its file cannot be opened. Create its folder, and grant the right to read and write it';
    return new SqlFailed({ kind: 'connection', code: 'SQLITE_CANTOPEN', detail });
  }
  const found = REASONS.find(([codes, messages]) => codes.test(code) && messages.test(message));
  const reason = found?.[2] ?? 'other';
  return new SqlFailed({
    kind: 'statement',
    reason,
    code: code === '' ? 'SQLITE_ERROR' : code,
    detail: message,
    position: undefined,
  });
};
