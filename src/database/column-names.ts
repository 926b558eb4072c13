/** The names of columns, in the order of their values. */
export const columnNames = (fields: readonly { readonly name: string }[]): readonly string[] =>
  fields.map(({ name }) => name);
