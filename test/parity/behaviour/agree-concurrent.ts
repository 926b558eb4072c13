import assert from 'node:assert/strict';
import { WorkflowExecutionError } from '../../../src/index.ts';
import type { Connection, RunEvent } from '../../../types/index.ts';
import type { RunCase } from './description.ts';
import type { Observation } from './observe.ts';
import { isPlainObject } from './plain-object.ts';
import { cyclesByNode } from './reference-order.ts';
import type { Failure, Outcome } from './reference-outcome.ts';

/** The events of each node of each run, and of each run itself, in their order. */
const byNode = (events: readonly RunEvent[]): ReadonlyMap<string, readonly RunEvent[]> => {
  const found = new Map<string, RunEvent[]>();
  for (const event of events) {
    const key = 'nodeId' in event ? `${event.runId} ${event.nodeId}` : event.runId;
    found.set(key, [...(found.get(key) ?? []), event]);
  }
  return found;
};

/** Which inner failure ends a sub-workflow may differ from run to run; it is compared where it is thrown. */
const withoutInnerError = (event: RunEvent): unknown =>
  'nodeType' in event && event.nodeType === 'WorkflowNode' && 'error' in event
    ? { ...event, error: event.error instanceof WorkflowExecutionError }
    : event;

const ancestors = (id: string, edges: readonly Connection[]): ReadonlySet<string> => {
  const found = new Set([id]);
  for (const each of found) for (const edge of edges) if (edge.target === each) found.add(edge.source);
  found.delete(id);
  return found;
};

const assertPartialResults = (
  partial: unknown,
  nodeId: string,
  { workflow }: RunCase,
  all: Outcome,
): undefined => {
  assert.ok(isPlainObject(partial));
  const ids = Object.keys(partial);
  assert.deepStrictEqual(
    ids,
    all.plan.filter((id) => ids.includes(id)),
    'partialResults are not in plan order',
  );
  for (const id of ids) {
    const possible = all.outputs.get(id) ?? [];
    // Of a node in a cycle it depends on the moment which iteration's output it is.
    const found: unknown =
      possible.length === 1 ? possible[0] : possible.find((each) => isSame(each, partial[id]));
    assert.deepStrictEqual(partial[id], found, `'${id}' never gave this output`);
  }
  const cycles = cyclesByNode(workflow);
  for (const id of ancestors(nodeId, workflow.edges)) {
    const must = !cycles.has(id) && all.outputs.has(id);
    if (must)
      assert.ok(ids.includes(id), `'${id}' had completed before '${nodeId}' and is not in partialResults`);
  }
};

const isSame = (left: unknown, right: unknown): boolean => {
  try {
    assert.deepStrictEqual(left, right);
    return true;
  } catch {
    return false;
  }
};

const assertPossibleError = (error: unknown, run: RunCase, all: Outcome): undefined => {
  assert.ok(error instanceof WorkflowExecutionError, `not a WorkflowExecutionError: ${String(error)}`);
  const { nodeId, cause, partialResults } = error;
  const possible: Failure | undefined = all.failures.find((failure) => failure.nodeId === nodeId);
  assert.ok(
    possible,
    `'${nodeId}' cannot fail; these can: ${all.failures.map((each) => each.nodeId).join(', ')}`,
  );
  const sub = run.workflow.nodes.find(({ id }) => id === nodeId);
  if (sub?.type === 'sub' && possible.inner !== undefined) {
    // The inner run's parameters do not matter here: what it can give is in its outcome.
    assertPossibleError(cause, { ...run, workflow: sub.workflow }, possible.inner);
  } else assert.deepStrictEqual(cause, possible.error);
  assert.deepStrictEqual(error, new WorkflowExecutionError(nodeId, all.runId, cause, partialResults));
  assertPartialResults(partialResults, nodeId, run, all);
};

/**
 * Asserts that a run of several nodes at once gave what the reference says. Results, skipped nodes, status and the
 * events of each node do not depend on timing. Only under `stop`, where several nodes can fail, may the one that
 * failed first differ: it must be one that the reference proves to fail, with its error.
 *
 * @param all - the reference's outcome with `everyFailure`
 * @throws AssertionError
 */
export const assertPossibleRun = (actual: Observation, run: RunCase, all: Outcome): undefined => {
  const expected = byNode(all.events);
  if (all.failures.length === 0) {
    const { runId, results, skipped, status } = all;
    assert.deepStrictEqual(actual.error, undefined);
    assert.deepStrictEqual(actual.answer, { results, runId, skipped, status });
    assert.deepStrictEqual(Object.keys(Object(Object(actual.answer).results)), Object.keys(results));
    assert.deepStrictEqual(byNode(actual.events), expected);
    return;
  }
  assert.deepStrictEqual(actual.answer, undefined);
  assertPossibleError(actual.error, run, all);
  const last = actual.events.at(-1);
  assert.deepStrictEqual(last, { type: 'runFailed', runId: all.runId, error: actual.error });
  for (const [key, events] of byNode(actual.events)) {
    if (events.some((event) => !('nodeId' in event))) continue;
    const foretold = (expected.get(key) ?? []).slice(0, events.length);
    assert.deepStrictEqual(events.map(withoutInnerError), foretold.map(withoutInnerError));
  }
};
