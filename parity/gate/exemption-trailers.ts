import { askGit } from './git.ts';

/** The trailer by which a commit declares that a change is right on one side only. */
export const EXEMPT_TRAILER = 'Parity-Exempt';

/** The reasons that the commits of a change give in trailers, the newest first. */
export const exemptionTrailers = (cwd: string, from: string): readonly string[] => {
  const format = `--format=%(trailers:key=${EXEMPT_TRAILER},valueonly,separator=%x00)%x00`;
  return askGit(cwd, ['log', format, `${from}..HEAD`])
    .text.split('\0')
    .map((reason) => reason.trim())
    .filter((reason) => reason !== '');
};
