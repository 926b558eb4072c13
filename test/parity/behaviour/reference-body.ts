import { NodeReportedFailureError } from '../../../src/index.ts';
import type { RetryPolicy } from '../../../types/index.ts';
import { type BehaviourContext, behave } from './behave.ts';
import type { NodeDescription, RunCase } from './description.ts';
import { isPlainObject } from './plain-object.ts';
import { ownParameters } from './reference-inputs.ts';
import { runMerge } from './reference-merge.ts';
import type { Given } from './reference-ports.ts';
import { runSwitch } from './reference-switch.ts';
import type { RuleBook } from './rules.ts';

const none: ReadonlySet<string> = new Set();

/** Runs a sub-workflow with these inputs and answers its `results`; throws its error. */
export type RunSub = (
  node: Extract<NodeDescription, { type: 'sub' }>,
  inputs: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

const runBody = (
  node: NodeDescription,
  inputs: ReadonlyMap<string, unknown>,
  context: Omit<BehaviourContext, 'parameters'>,
  run: RunCase,
  runSub: RunSub,
  book: RuleBook,
): { readonly value: unknown; readonly inactive: ReadonlySet<string> } => {
  const named = Object.fromEntries(inputs);
  const parameters = ownParameters(node.id, run);
  switch (node.type) {
    case 'function':
      return { value: behave(node.behaviour, named, { ...context, parameters }), inactive: none };
    case 'need':
      return { value: { out: named }, inactive: none };
    case 'merge':
      return { value: { merged: runMerge(node, inputs, book) }, inactive: none };
    case 'sub':
      return { value: runSub(node, named), inactive: none };
    case 'switch': {
      const given = runSwitch(node, inputs, parameters, book);
      return { value: given.output, inactive: given.inactive };
    }
  }
};

/**
 * One attempt of a node's body, and what its output says.
 *
 * @throws the node's error
 */
export const attemptBody = (
  ...[node, inputs, context, run, runSub, book]: Parameters<typeof runBody>
): Given => {
  const { value, inactive } = runBody(node, inputs, context, run, runSub, book);
  const stands =
    isPlainObject(value) || !book.holds('output: a value that is no plain object stands for { result }');
  const output = stands ? (value as Readonly<Record<string, unknown>>) : { result: value };
  if (isPlainObject(output) && output.success === false) {
    if (run.options.contentAwareSuccess) {
      if (book.holds('output: success false is a failure'))
        throw new NodeReportedFailureError(node.id, output);
    } else if (!book.holds('output: contentAwareSuccess false accepts it')) {
      throw new NodeReportedFailureError(node.id, output);
    }
  }
  return { output, inactive };
};

/** The retry policy that a node has. */
export const retryOf = (node: NodeDescription, run: RunCase, book: RuleBook): RetryPolicy => {
  const own = 'retry' in node ? node.retry : undefined;
  const common = run.options.retry ?? { maxAttempts: 1 };
  if (own === undefined) return common;
  return book.holds('fail: the policy of the node before that of the runtime') ? own : common;
};

/** The delay in milliseconds before an attempt, which counts from 1. */
export const delayBefore = (attempt: number, policy: RetryPolicy, book: RuleBook): number => {
  const { delayMs = 0, backoff = 'fixed', multiplier = 2, maxDelayMs = 30_000 } = policy;
  let delay = delayMs;
  if (
    backoff !== 'fixed' &&
    delayMs > 0 &&
    attempt > 2 &&
    book.holds('fail: the delay grows as its backoff says')
  ) {
    delay = backoff === 'linear' ? delayMs * (attempt - 1) : delayMs * multiplier ** (attempt - 2);
  }
  if (delay > maxDelayMs && book.holds('fail: the delay is never over maxDelayMs')) return maxDelayMs;
  return delay;
};
