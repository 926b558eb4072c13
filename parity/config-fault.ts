import { inspect } from 'node:util';
import type { BaseIssue } from 'valibot';
import { KNOWN_KEYS } from './config-schema.ts';
import { didYouMean } from './did-you-mean.ts';

/** Where an issue is, such as `pairs[0].sync`. */
const place = (issue: BaseIssue<unknown>): string =>
  (issue.path ?? [])
    .map((item) => (typeof item.key === 'number' ? `[${item.key}]` : `.${String(item.key)}`))
    .join('')
    .replace(/^\./, '');

const isUnknownKey = (issue: BaseIssue<unknown>): boolean => issue.expected === 'never';

const isMissingKey = (issue: BaseIssue<unknown>): boolean => {
  const last = issue.path?.at(-1);
  return last !== undefined && 'origin' in last && last.origin === 'key';
};

/** What is wrong with a config, in one sentence: the first unknown key, as it explains a missing one, or else the first issue. */
export const configFault = (issues: readonly BaseIssue<unknown>[], file: string): string => {
  const issue = issues.find(isUnknownKey) ?? issues[0];
  if (issue === undefined) return `${file} is not a config.`;
  const where = place(issue);
  const key = String(issue.path?.at(-1)?.key ?? '');
  if (isUnknownKey(issue)) {
    const parent = issue.path?.length === 1 ? '' : String(issue.path?.[0]?.key);
    return `${file} has the unknown key '${where}'. ${didYouMean(key, KNOWN_KEYS[parent] ?? [])}`;
  }
  if (isMissingKey(issue)) return `${file} lacks the key '${where}'. Add it.`;
  const subject = where === '' ? `${file} exports` : `'${where}' in ${file} is`;
  return `${subject} ${inspect(issue.input, { depth: 0 })}. Change it to ${issue.message}.`;
};
