import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RunEvent } from '../../../types/index.ts';
import type { CaseOptions, FunctionDescription, NodeDescription, RunCase } from './description.ts';
import { interpret } from './reference-interpreter.ts';
import type { Outcome } from './reference-outcome.ts';
import { openRuleBook } from './rules.ts';

const gives = (id: string, value: FunctionDescription['behaviour']): FunctionDescription => ({
  type: 'function',
  id,
  behaviour: value,
  turns: 0,
});
const one = (id: string): NodeDescription => gives(id, { kind: 'value', value: { v: 1 } });
const echo = (id: string): NodeDescription => gives(id, { kind: 'echo' });
const edge = (source: string, output: string, target: string, input: string) => ({
  source,
  output,
  target,
  input,
});

const run = (
  workflow: Partial<RunCase['workflow']>,
  options: Partial<CaseOptions> = {},
  parameters: RunCase['parameters'] = {},
): Outcome =>
  interpret(
    {
      workflow: { name: 'by hand', nodes: [], edges: [], cycles: [], ...workflow },
      parameters,
      options: {
        conditionalExecution: 'skip_branches',
        onError: 'continue',
        contentAwareSuccess: true,
        ...options,
      },
    },
    { runIds: (parent) => `${parent?.nodeId ?? 'outer'}-id`, book: openRuleBook() },
  );

const short = (event: RunEvent): string =>
  'nodeId' in event
    ? `${event.type} ${event.nodeId}${event.iteration === undefined ? '' : `#${event.iteration}`}`
    : event.type;

const branches: Partial<RunCase['workflow']> = {
  nodes: [
    { type: 'switch', id: 's', operator: '==', value: 1 },
    echo('yes'),
    echo('no'),
    { type: 'merge', id: 'm', mergeType: 'concat', skipNull: false },
  ],
  edges: [
    edge('s', 'trueOutput', 'yes', 'x'),
    edge('s', 'falseOutput', 'no', 'x'),
    edge('no', 'got.x', 'm', 'b'),
    edge('yes', 'got.x', 'm', 'a'),
  ],
};

describe('TestReferenceInterpreter', () => {
  test('test_a_dead_branch_is_skipped_and_left_out_of_a_merge', () => {
    const { results, skipped, status, events } = run(branches, {}, { s: { input: 1 } });
    assert.deepEqual(results, {
      s: { trueOutput: 1, falseOutput: null, conditionResult: true },
      yes: { got: { x: 1 } },
      m: { merged: [1] },
    });
    assert.deepEqual([skipped, status], [['no'], 'completed']);
    assert.deepEqual(events.map(short), [
      'runStarted',
      'nodeStarted s',
      'nodeCompleted s',
      'nodeStarted yes',
      'nodeCompleted yes',
      'nodeSkipped no',
      'nodeStarted m',
      'nodeCompleted m',
      'runCompleted',
    ]);
  });

  test('test_route_data_delivers_null', () => {
    const { results, skipped } = run(branches, { conditionalExecution: 'route_data' }, { s: { input: 1 } });
    assert.deepEqual([results.no, results.m, skipped], [{ got: { x: null } }, { merged: [null, 1] }, []]);
  });

  const failing = {
    nodes: [one('a'), gives('b', { kind: 'throw', message: 'no' }), echo('c')],
    edges: [edge('b', 'v', 'c', 'x'), edge('a', 'v', 'c', 'y')],
  };

  test('test_continue_hands_null_on', () => {
    const { results, status } = run(failing);
    assert.deepEqual(results, {
      a: { v: 1 },
      b: { error: new TypeError('no') },
      c: { got: { x: null, y: 1 } },
    });
    assert.equal(status, 'partial');
  });

  test('test_skip_dependents_skips_whatever_other_edges_say', () => {
    assert.deepEqual(run(failing, { onError: 'skipDependents' }).skipped, ['c']);
  });

  test('test_stop_ends_with_what_had_completed', () => {
    const { error, events } = run(failing, { onError: 'stop' });
    assert.ok(error instanceof Error);
    assert.equal(error.message, "Node 'b' failed: no");
    assert.deepEqual(Object(error).partialResults, { a: { v: 1 } });
    assert.deepEqual(short(events.at(-1) as RunEvent), 'runFailed');
  });

  test('test_a_missing_output_fails_the_target', () => {
    const { results } = run({ nodes: [one('a'), echo('b')], edges: [edge('a', 'w', 'b', 'x')] });
    assert.equal(
      String(Object(results.b).error),
      "MissingOutputError: Node 'a' gave no output 'w'. Did you mean 'v'? It gave: 'v'.",
    );
  });

  test('test_retries_wait_as_the_backoff_says', () => {
    const retry = {
      maxAttempts: 4,
      delayMs: 10,
      backoff: 'exponential',
      multiplier: 3,
      maxDelayMs: 50,
    } as const;
    const node = { ...gives('a', { kind: 'failTimes', times: 3, value: 7 }), retry };
    const { results, events } = run({ nodes: [node] });
    const retried = events.filter((event) => event.type === 'nodeRetried');
    assert.deepEqual(
      retried.map(({ attempt, delayMs }) => [attempt, delayMs]),
      [
        [2, 10],
        [3, 30],
        [4, 50],
      ],
    );
    assert.deepEqual(results, { a: { result: 7 } });
  });

  test('test_a_cycle_carries_the_previous_iteration_until_no_back_edge_is_taken', () => {
    const { results, skipped, events } = run({
      nodes: [
        gives('n', { kind: 'count' }),
        { type: 'switch', id: 's', conditionField: 'count', operator: '<', value: 3 },
        echo('after'),
      ],
      edges: [edge('n', 'result', 's', 'input'), edge('s', 'falseOutput.count', 'after', 'x')],
      cycles: [{ id: 'loop', edges: [edge('s', 'trueOutput.count', 'n', 'count')], maxIterations: 9 }],
    });
    assert.deepEqual([results.n, results.after, skipped], [{ count: 3 }, { got: { x: 3 } }, []]);
    assert.deepEqual(
      events.map(short).filter((text) => text.startsWith('nodeStarted')),
      [
        'nodeStarted n#1',
        'nodeStarted s#1',
        'nodeStarted n#2',
        'nodeStarted s#2',
        'nodeStarted n#3',
        'nodeStarted s#3',
        'nodeStarted after',
      ],
    );
    assert.deepEqual(Object(events.at(-1)).cycles, { loop: { iterations: 3, endedBy: 'noLiveBackEdge' } });
  });

  test('test_precedence_is_edge_node_parameter_workflow_parameter_config', () => {
    const node = { ...gives('b', { kind: 'echo' }), inputs: { w: 4, x: 4, y: 4, z: 4 } };
    const parameters = { b: { x: 2, w: 2 }, w: 3, x: 3, y: 3, a: 'no object' };
    const { results } = run({ nodes: [one('a'), node], edges: [edge('a', 'v', 'b', 'w')] }, {}, parameters);
    assert.deepEqual(results.b, { got: { w: 1, x: 2, y: 3, z: 4, a: 'no object' } });
  });

  test('test_results_are_in_plan_order_and_inner_events_carry_their_parent', () => {
    const inner = { name: 'inner', nodes: [echo('i')], edges: [], cycles: [] };
    const { results, events } = run({
      nodes: [echo('last'), { type: 'sub', id: 'sub', workflow: inner, inputs: { x: 1 } }],
      edges: [edge('sub', 'i.got', 'last', 'y')],
    });
    assert.deepEqual(Object.keys(results), ['sub', 'last']);
    assert.deepEqual(results.sub, { i: { got: { x: 1 } } });
    assert.deepEqual(events[2], {
      type: 'runStarted',
      workflow: 'inner',
      runId: 'sub-id',
      parent: { runId: 'outer-id', nodeId: 'sub' },
    });
  });
});
