/** Why an entry has no counterpart here: what is wrong, and the remedy. */
export class Unmapped {
  readonly detail: string;

  constructor(detail: string) {
    this.detail = detail;
  }
}

/** What becomes of one entry of an exported config, in view of the others: entries here, or why there are none. */
export type KailashEntry = (
  value: unknown,
  config: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>> | Unmapped;

const MILLISECONDS = 1000;

/** An entry that means the same under another name. */
export const renamed =
  (name: string): KailashEntry =>
  (value) => ({ [name]: value });

/** An entry that says nothing about what a node does. */
export const ignored: KailashEntry = () => ({});

/** A time in seconds, which is one in milliseconds here. */
export const seconds =
  (name: string): KailashEntry =>
  (value) =>
    typeof value === 'number'
      ? { [name]: value * MILLISECONDS }
      : new Unmapped(`is ${JSON.stringify(value)}: give a number of seconds.`);

/** An entry that nodes here do not have, as long as it says what they do anyhow. */
export const only =
  (allowed: unknown, remedy: string): KailashEntry =>
  (value) =>
    value === allowed
      ? {}
      : new Unmapped(`is ${JSON.stringify(value)}, which has no counterpart here. ${remedy}`);

/** An entry that has no counterpart; what Python takes for nothing is none. */
export const missing =
  (remedy: string): KailashEntry =>
  (value) =>
    isNothing(value) ? {} : new Unmapped(`has no counterpart here. ${remedy}`);

/** Whether Python takes a value for nothing: `None`, `False`, 0, or what is empty. */
export const isNothing = (value: unknown): boolean =>
  !value || (typeof value === 'object' && Object.keys(value).length === 0);

/** An entry whose value is another word here. */
export const oneOf =
  (name: string, words: Readonly<Record<string, string>>): KailashEntry =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(words, value)
      ? { [name]: words[value] }
      : new Unmapped(
          `is ${JSON.stringify(value)}: give one of ${Object.keys(words)
            .map((each) => `'${each}'`)
            .join(', ')}.`,
        );
