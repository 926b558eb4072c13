import * as v from 'valibot';
import { InvalidOptionError } from '../errors/invalid-option-error.ts';
import { describeIssues } from './describe-issues.ts';
import { isPlainObject } from './plain-object.ts';

/**
 * Checks an object that may have these entries and no others; the answer is the object with its defaults.
 *
 * @param subject - what the object is, for the message where it is none
 * @throws {InvalidOptionError} the first entry that is not allowed
 */
export const readEntries = <Entries extends v.ObjectEntries>(
  entries: Entries,
  options: unknown,
  subject = 'options',
): v.InferOutput<v.StrictObjectSchema<Entries, undefined>> => {
  if (!isPlainObject(options)) throw new InvalidOptionError(subject, options, 'Give an object.');
  // Only what it has itself: an entry of a prototype is nobody's choice.
  const own: unknown = Object.assign(Object.create(null), options);
  const result = v.safeParse(v.strictObject(entries), own);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = issue.path?.map((step) => String(step.key)).join('.') ?? subject;
  // Of an unknown entry the issue itself carries the name, its path the value.
  const value = issue.path?.at(-1)?.value;
  throw new InvalidOptionError(path, value, describeIssues([issue], Object.keys(entries)));
};
