import { SqlColumnError } from '../errors/sql-column-error.ts';
import type { SqlResult, SqlRow } from './database-contract.ts';
import type { Cells } from './session.ts';
import { statementLabel } from './statement-label.ts';

/**
 * Refuses columns that cannot be the entries of an object: one would be lost without a word.
 *
 * @throws {SqlColumnError} two have the same name, or one that no entry may have
 */
export const refuseColumns = (columns: readonly string[], sql: string, name?: string): undefined => {
  const seen = new Set(['__proto__']);
  for (const column of columns) {
    if (seen.has(column)) throw new SqlColumnError(statementLabel(sql, name), column);
    seen.add(column);
  }
};

/** Rows as objects. */
export const rowsOf = ({ columns, rows }: Cells): readonly SqlRow[] =>
  rows.map((cells) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index += 1) row[columns[index] ?? ''] = cells[index];
    return row;
  });

/** A result as users see it. */
export const resultOf = (cells: Cells): SqlResult => ({
  rows: rowsOf(cells),
  rowCount: cells.rowCount,
  columns: cells.columns,
});
