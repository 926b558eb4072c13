import { setImmediate } from 'node:timers/promises';

/** What the process is warned of while work goes on. */
export const warningsDuring = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  const messages: string[] = [];
  const listen = ({ message }: Error): undefined => void messages.push(message) as undefined;
  process.on('warning', listen);
  try {
    await work();
    // A warning comes in the next turn.
    await setImmediate();
  } finally {
    process.off('warning', listen);
  }
  return messages;
};
