import type { Logger } from '../../types/logger.ts';
import type { RunEvent } from '../../types/run-event.ts';
import { messageOf } from '../errors/message-of.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import { logLineOf } from './log-line.ts';
import type { RunObserver } from './run-observer.ts';

/** Hands what runs tell to a logger; one that throws, or rejects, is a process warning, once for each runtime. */
export const logObserver = (logger: Logger): RunObserver => {
  let hasWarned = false;
  const warn = (error: unknown): undefined => {
    if (hasWarned) return;
    hasWarned = true;
    process.emitWarning(
      `The option 'logger' has failed, and lines of the log are missing: ${messageOf(error)}`,
    );
  };
  const log = (event: RunEvent, userId: string | undefined): undefined => {
    try {
      const { level, fields, message } = logLineOf(event);
      // As a method of the logger: pino's need to be called on it.
      const answer: unknown = logger[level](userId === undefined ? fields : { ...fields, userId }, message);
      if (isThenable(answer)) answer.then(undefined, warn);
    } catch (error) {
      warn(error);
    }
  };
  return {
    follow: ({ userContext }) => ({ observe: (event) => log(event, userContext?.userId) }),
  };
};
