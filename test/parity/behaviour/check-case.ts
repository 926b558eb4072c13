import { assertSameRun, assertSameStream } from './agree.ts';
import { assertPossibleRun } from './agree-concurrent.ts';
import type { RunCase } from './description.ts';
import { type Observation, observeAsync, observeSync, streamAsync, streamSync } from './observe.ts';
import { interpret } from './reference-interpreter.ts';
import type { Outcome } from './reference-outcome.ts';
import { openRuleBook, type RuleBook } from './rules.ts';
import { observedRunIds } from './run-ids.ts';

/** What the reference says of a case, with the run ids of an observed run. */
export const foretell = (run: RunCase, { events }: Observation, book: RuleBook): Outcome =>
  interpret(run, { runIds: observedRunIds(events), book });

/**
 * Runs a case on both runtimes, in every way, and asserts that each agrees with the reference.
 *
 * @param book - counts the rules that the case comes to
 * @throws AssertionError
 */
export const checkCase = async (run: RunCase, book: RuleBook = openRuleBook()): Promise<undefined> => {
  const sync = observeSync(run);
  assertSameRun(sync, foretell(run, sync, book));
  const oneAtATime = await observeAsync(run, 1);
  assertSameRun(oneAtATime, foretell(run, oneAtATime, openRuleBook()));

  const streamed = streamSync(run);
  assertSameStream(streamed, foretell(run, streamed, openRuleBook()));
  const streamedLater = await streamAsync(run);
  assertSameStream(streamedLater, foretell(run, streamedLater, openRuleBook()));

  const atOnce = await observeAsync(run);
  const runIds = observedRunIds(atOnce.events);
  assertPossibleRun(atOnce, run, interpret(run, { runIds, book: openRuleBook(), everyFailure: true }));
};
