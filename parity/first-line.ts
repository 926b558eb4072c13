/** The first line of what an error says, with a full stop. */
export const firstLine = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.split(/\r?\n/, 1)[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
};
