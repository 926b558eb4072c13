import { setImmediate as turn } from 'node:timers/promises';

/** The rejections that nobody handled while `body` ran and the event loop turned some times after it. */
export const unhandledDuring = async (body: () => unknown): Promise<readonly unknown[]> => {
  const unhandled: unknown[] = [];
  const listener = (reason: unknown): unknown => unhandled.push(reason);
  process.on('unhandledRejection', listener);
  try {
    await body();
    for (let turns = 0; turns < 10; turns += 1) await turn();
  } finally {
    process.off('unhandledRejection', listener);
  }
  return unhandled;
};
