import { describeValue } from './describe-value.ts';

/** The message of whatever was thrown: an error's own message, or the value as text; never throws itself. */
export const messageOf = (thrown: unknown): string => {
  try {
    return thrown instanceof Error ? String(thrown.message) : describeValue(thrown);
  } catch {
    return 'something whose message cannot be read';
  }
};
