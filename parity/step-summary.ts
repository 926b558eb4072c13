import { appendFileSync } from 'node:fs';

/** GitHub refuses a step summary above one mebibyte. */
const LIMIT = 1024 * 1024;

const CUT = '\n\nThe summary is cut here: GitHub takes one mebibyte.\n';

/** Appends markdown to the summary of a step of GitHub Actions, cut where GitHub would refuse the whole. */
export const appendStepSummary = (file: string, markdown: string): void => {
  const bytes = Buffer.from(markdown);
  if (bytes.length < LIMIT) {
    appendFileSync(file, bytes);
    return;
  }
  const kept = bytes.subarray(0, LIMIT - CUT.length - 1).toString();
  // The last line may be cut in the middle of a character or of a table row.
  appendFileSync(file, `${kept.slice(0, kept.lastIndexOf('\n'))}${CUT}`);
};
