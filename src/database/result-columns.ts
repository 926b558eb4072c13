/** The columns of a result, in the order of their values. */
export interface ResultColumns {
  readonly columns: readonly string[];
  /** The type of each, by its id in the catalogue `pg_type`. */
  readonly typeIds: readonly number[];
}

/** The columns, as the driver tells them. */
export const resultColumns = (
  fields: readonly { readonly name: string; readonly dataTypeID: number }[],
): ResultColumns => ({
  columns: fields.map(({ name }) => name),
  typeIds: fields.map(({ dataTypeID }) => dataTypeID),
});
