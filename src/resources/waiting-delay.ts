import type { Degradation } from '../../types/resource-limits.ts';
import { LOOK_MS } from './pressure.ts';

const LONGEST_MS = 5_000;

/** How long until what waits for a limit asks again, for the `n`th time from 1, in milliseconds: `defer` asks ever less often. */
export const waitingDelay = (degradation: Degradation, n: number): number =>
  degradation === 'defer' ? Math.min(LONGEST_MS, LOOK_MS * 2 ** (n - 1)) : LOOK_MS;
