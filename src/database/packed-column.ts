/** The text of a value as PostgreSQL has sent it. */
export type ValueText = string | null;

/** The values of a column as they travel between threads: most of them as one text, since each text by itself costs as much as ten. */
export interface PackedColumn {
  /** The values that are joined, one after the other. */
  readonly joined: string;
  /** Of each value how long it is in `joined`, or `NULL` or `APART`. */
  readonly lengths: Int32Array;
  /** The values that are not joined. */
  readonly apart: readonly string[];
}

const NULL = -1;
const APART = -2;

// A part so long of a text keeps the whole text in memory: `SlicedString::kMinLength` in V8's src/objects/string.h.
const SHORTEST_SLICE = 13;

/**
 * The values of a column in the form that travels.
 *
 * @param isKept - whether the texts themselves become values: who keeps one of them must not keep the others in memory
 */
export const packedColumn = (
  rows: readonly (readonly ValueText[])[],
  index: number,
  isKept: boolean,
): PackedColumn => {
  const lengths = new Int32Array(rows.length);
  let joined = '';
  const apart: string[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const text = rows[at]?.[index] ?? null;
    if (text === null) {
      lengths[at] = NULL;
    } else if (isKept && text.length >= SHORTEST_SLICE) {
      lengths[at] = APART;
      apart.push(text);
    } else {
      lengths[at] = text.length;
      joined += text;
    }
  }
  return { joined, lengths, apart };
};

/** Gives one value after the other. */
export const columnReader = ({ joined, lengths, apart }: PackedColumn): (() => ValueText) => {
  let row = -1;
  let start = 0;
  let nextApart = -1;
  return () => {
    row += 1;
    const length = lengths[row] ?? NULL;
    if (length === NULL) return null;
    if (length === APART) {
      nextApart += 1;
      return apart[nextApart] ?? null;
    }
    const end = start + length;
    const text = joined.slice(start, end);
    start = end;
    return text;
  };
};
