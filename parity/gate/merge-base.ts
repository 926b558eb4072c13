import { WrongCall } from '../wrong-call.ts';
import { askGit, workTree } from './git.ts';

const isShallow = (cwd: string): boolean =>
  askGit(cwd, ['rev-parse', '--is-shallow-repository']).text.trim() === 'true';

const DEEPEN = "Run 'git fetch --unshallow' first; on GitHub, give actions/checkout 'fetch-depth: 0'.";

/**
 * The commit at which a change left its base, so that what others did on the base since is not part of it.
 *
 * @throws {WrongCall} when the folder is in no work tree, or the base is unknown or has no commit in common, which a shallow clone hides.
 */
export const mergeBase = (cwd: string, base: string): string => {
  // Of a folder that Git knows nothing of nothing below is true.
  workTree(cwd);
  const shallow = isShallow(cwd);
  if (
    askGit(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`]).status !== 0
  ) {
    throw new WrongCall(
      shallow
        ? `The base '${base}' is not in this clone, which is shallow. ${DEEPEN}`
        : `The base '${base}' is no commit here. Fetch it ('git fetch origin'), or change --base.`,
    );
  }
  const { status, text } = askGit(cwd, ['merge-base', base, 'HEAD']);
  if (status === 0) return text.trim();
  throw new WrongCall(
    shallow
      ? `Where this change left '${base}' is not in this clone, which is shallow. ${DEEPEN}`
      : `'${base}' and HEAD have no commit in common. Change --base to the branch that this one came from.`,
  );
};
