import { SqlColumnError } from '../errors/sql-column-error.ts';
import type { SqlRow } from './database-contract.ts';
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

/** Makes a row of the values of its columns, one after the other. */
export const rowMaker = (columns: readonly string[]): ((valueAt: (index: number) => unknown) => SqlRow) => {
  // To copy a row that has all entries is several times as fast as to add them one by one.
  const empty: Readonly<Record<string, unknown>> = Object.fromEntries(
    columns.map((column) => [column, null]),
  );
  return (valueAt) => {
    const row: Record<string, unknown> = { ...empty };
    for (let index = 0; index < columns.length; index += 1) row[columns[index] ?? ''] = valueAt(index);
    return row;
  };
};
