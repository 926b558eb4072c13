import { describeValue } from './describe-value.ts';

/** The message of whatever was thrown: an error's own message, or the value as text. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : describeValue(thrown);
