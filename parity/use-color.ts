/** What colour depends on: the `--no-color` flag, the environment, and whether the output is a terminal. */
export interface ColorFacts {
  /** `false` when `--no-color` is given. */
  readonly flag: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `isTTY` of the stream; Node leaves it `undefined` on a pipe. */
  readonly isTerminal: boolean | undefined;
}

/**
 * Whether to print in colour. The flag is stronger than `NO_COLOR` (https://no-color.org: any value that is not empty),
 * that is stronger than `FORCE_COLOR`, and that than the terminal.
 */
export const useColor = ({ flag, env, isTerminal }: ColorFacts): boolean => {
  if (!flag || (env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal === true && env.TERM !== 'dumb';
};
