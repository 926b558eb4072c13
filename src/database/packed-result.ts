import { rowMaker } from './columns.ts';
import type { SqlRow } from './database-contract.ts';
import { columnReader, type PackedColumn, packedColumn, type ValueText } from './packed-column.ts';
import { isNumberType } from './postgres-decode.ts';
import { decoderOf } from './postgres-types.ts';
import type { ResultColumns } from './result-columns.ts';

/** A result as it travels between threads: column by column, and undecoded, so that the thread which reads goes on reading. */
export interface PackedResult extends ResultColumns {
  readonly packed: readonly PackedColumn[];
  readonly rowCount: number;
  readonly length: number;
}

/** A result whose rows are lists of texts. */
export interface ListedResult extends ResultColumns {
  readonly rows: readonly (readonly ValueText[])[];
  readonly rowCount: number;
}

/** A result in the form that travels. */
export const packed = ({ columns, typeIds, rows, rowCount }: ListedResult): PackedResult => ({
  columns,
  typeIds,
  packed: typeIds.map((typeId, index) => packedColumn(rows, index, !isNumberType(typeId))),
  rowCount,
  length: rows.length,
});

/** The rows again, decoded. */
export const unpacked = ({ columns, typeIds, packed, length }: PackedResult): readonly SqlRow[] => {
  const make = rowMaker(columns);
  const decoders = typeIds.map(decoderOf);
  const readers = packed.map(columnReader);
  const valueAt = (index: number): unknown => {
    const text = readers[index]?.() ?? null;
    return text === null ? null : decoders[index]?.(text);
  };
  return Array.from({ length }, () => make(valueAt));
};
