import type { Color, Ret } from '../../types/color.ts';

/** Waits for what another one gives back. */
export interface Waiting<C extends Color> {
  /**
   * Waits to be woken as one of a line; answers whether it was, in time.
   *
   * On a blocked thread nobody else can give anything back: the answer is `false` at once.
   */
  readonly inLine: (line: (() => unknown)[], ms: number) => Ret<C, boolean>;
}

/** Waiting on a thread that would be blocked by it. */
export const inVain: Waiting<'sync'> = { inLine: () => false };

/** Waiting on the event loop. */
export const inTurn: Waiting<'async'> = {
  inLine: (line, ms) =>
    new Promise((resolve) => {
      const wake = (): undefined => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(wake), 1);
        resolve(false);
      }, ms);
      line.push(wake);
    }),
};
