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
  if (issue.input === undefined) return `'${path}' is missing: give ${expected(issue)}.`;
  const subject = path === '' ? 'the config' : `'${path}'`;
  return `${subject} is ${describeValue(issue.input)}: give ${expected(issue)}.`;
};

const expected = (issue: BaseIssue<unknown>): string => {
  const wanted = issue.expected;
  switch (issue.type) {
    case 'integer':
      return 'a whole number';
    case 'finite':
      return 'a finite number';
    case 'min_value':
      return `a number from ${wanted?.slice(2)}`;
    case 'gt_value':
      return `a number greater than ${wanted?.slice(1)}`;
    case 'strict_object':
    case 'record':
      return 'a plain object';
    case 'non_empty':
      return 'one that is not empty';
    case 'min_length':
      return 'one that is not empty';
    case 'check':
    case 'raw_check':
    case 'custom':
      return issue.message;
    default:
      return wanted === null ? issue.message : wanted.replaceAll('"', "'");
  }
};
