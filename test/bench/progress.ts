/** Shows how far a benchmark is, on a terminal only; an empty text removes the line. */
export const progress = (text: string): undefined => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};
