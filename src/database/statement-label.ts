const MOST_CHARACTERS = 60;

/** What messages call a statement: its name, or how its text begins. */
export const statementLabel = (sql: string, name?: string): string => {
  if (name !== undefined) return `'${name}'`;
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length > MOST_CHARACTERS ? `"${line.slice(0, MOST_CHARACTERS - 3)}..."` : `"${line}"`;
};
