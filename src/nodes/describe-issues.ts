import type { BaseIssue } from 'valibot';
import { describeValue } from '../errors/describe-value.ts';
import { suggest } from '../errors/suggest.ts';

/**
 * The issues of a schema in words: each names the entry, its value and what is allowed.
 */
export const describeIssues = (issues: readonly BaseIssue<unknown>[], allowed: readonly string[]): string =>
  issues.map((issue) => describeIssue(issue, allowed)).join(' ');

const describeIssue = (issue: BaseIssue<unknown>, allowed: readonly string[]): string => {
  const keys = issue.path?.map((step) => String(step.key)) ?? [];
  const path = keys.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    // Below the top level the allowed names are those of a nested schema, which the issue does not carry.
    return `unknown entry '${path}'. ${keys.length > 1 ? 'Remove it.' : suggest(path, allowed, 'Allowed')}`;
  }
  // Which of the forms was meant is told by the one that got furthest into the value.
  const inner = issue.issues?.find((each) => each.path !== undefined);
  if (issue.type === 'union' && issue.path !== undefined && inner?.path !== undefined) {
    return describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, allowed);
  }
  // A missing entry is an issue of the object that lacks it, which does not carry what the entry should be.
  if (issue.type === 'strict_object' && issue.input === undefined) return `'${path}' is missing: give it.`;
  const subject = path === '' ? 'it' : `'${path}'`;
  return `${subject} is ${describeValue(issue.input)}: give ${expected(issue).replace(/\.$/, '')}.`;
};

const expected = (issue: BaseIssue<unknown>): string => {
  // Valibot's own messages all begin so; any other was written by us for this entry, as what to give.
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  const wanted = issue.expected;
  switch (issue.type) {
    case 'integer':
      return 'a whole number';
    case 'finite':
      return 'a finite number';
    case 'min_value':
      return `a number from ${wanted?.slice(2)}`;
    case 'max_value':
      return `a number up to ${wanted?.slice(2)}`;
    case 'gt_value':
      return `a number greater than ${wanted?.slice(1)}`;
    case 'strict_object':
    case 'record':
      return 'a plain object';
    case 'non_empty':
      return 'one that is not empty';
    case 'min_length':
      return 'one that is not empty';
    default:
      return wanted === null ? issue.message : withArticle(wanted.replaceAll('"', "'"));
  }
};

// A type is given as its bare name, a choice as `("a" | "b")`.
const withArticle = (wanted: string): string => {
  if (wanted.startsWith('(')) return wanted.slice(1, -1).replaceAll(' | ', ' or ');
  if (!/^[A-Za-z]+$/.test(wanted)) return wanted;
  if (wanted === 'Array') return 'a list';
  if (wanted === 'Object') return 'a plain object';
  return `${/^[aeiou]/i.test(wanted) ? 'an' : 'a'} ${wanted}`;
};
