import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { WorkflowBuilder, WorkflowExecutionError } from '../../../src/index.ts';
import type { WorkflowContract } from '../../../types/index.ts';
import { assertError } from './assert-error.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { echo, fails, gives } from './sample-nodes.ts';
import { failingRun } from './still-works.ts';

const boom = new RangeError('boom');

/** `first` completes, `bad` fails, `last` depends on `bad`. */
const failing = (thrown: unknown): WorkflowContract =>
  new WorkflowBuilder()
    .addNode('FunctionNode', 'first', gives({ v: 1 }))
    .addNode('FunctionNode', 'bad', fails(thrown))
    .addNode('FunctionNode', 'last', echo)
    .addConnection('first', 'v', 'bad', 'x')
    .addConnection('bad', 'v', 'last', 'x')
    .build();

describe('TestSharedErrorHandling', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_stop_wraps_the_original_error', async () => {
      const runtime = new Runtime();
      const error = await failingRun(runtime, failing(boom));
      assertError(error, WorkflowExecutionError);
      assert.equal(error.message, "Node 'bad' failed: boom");
      assert.equal(error.nodeId, 'bad');
      assert.equal(error.cause, boom);
      assert.deepEqual(Object.entries(error.partialResults), [['first', { v: 1 }]]);
      assert.equal(error.code, 'WORKFLOW_EXECUTION');
    });

    test('test_stop_carries_the_run_id', async () => {
      const runtime = new Runtime();
      const { events, error } = await collectEvents(runtime, failing(boom));
      assertError(error, WorkflowExecutionError);
      assert.equal(error.runId, events[0]?.runId);
      assert.equal(error.runId, runtime.lastRunId);
    });

    const thrown: readonly [name: string, value: unknown, text: string][] = [
      ['a_string', 'just text', 'just text'],
      ['undefined', undefined, 'undefined'],
      ['null', null, 'null'],
      ['an_object', { code: 7 }, '{ code: 7 }'],
    ];
    for (const [name, value, text] of thrown) {
      test(`test_a_node_that_throws_${name}`, async () => {
        const error = await failingRun(new Runtime(), failing(value));
        assertError(error, WorkflowExecutionError, "Node 'bad' failed", text);
        assert.equal(error.cause, value);
      });
    }

    test('test_a_failing_leaf_is_no_exception', async () => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'leaf', fails(boom)).build();
      assertError(
        await failingRun(new Runtime(), workflow),
        WorkflowExecutionError,
        "Node 'leaf' failed: boom",
      );
    });

    test('test_continue_records_the_error_and_hands_null_on', async () => {
      const { results, skipped, status } = await executeRuntimeWithRunId(
        new Runtime({ onError: 'continue' }),
        failing(boom),
      );
      assert.deepEqual(Object.keys(results), ['first', 'bad', 'last']);
      assert.deepEqual({ ...results.bad }, { error: boom });
      assert.equal(results.bad?.error, boom);
      assert.deepEqual(results.last?.got, { x: null });
      assert.deepEqual([skipped, status], [[], 'partial']);
    });

    test('test_skip_dependents_records_the_error_and_skips', async () => {
      const runtime = new Runtime({ onError: 'skipDependents' });
      const { results, skipped, status } = await executeRuntimeWithRunId(runtime, failing(boom));
      assert.deepEqual(Object.keys(results), ['first', 'bad']);
      assert.equal(results.bad?.error, boom);
      assert.deepEqual([skipped, status], [['last'], 'partial']);
    });

    test('test_a_failing_leaf_makes_the_status_partial', async () => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'leaf', fails(boom)).build();
      for (const onError of ['continue', 'skipDependents'] as const) {
        const { status, results } = await executeRuntimeWithRunId(new Runtime({ onError }), workflow);
        assert.equal(status, 'partial');
        assert.equal(Object(results.leaf).error, boom);
      }
    });

    test('test_the_policy_of_the_run_wins_over_the_runtime', async () => {
      const runtime = new Runtime({ onError: 'stop' });
      assert.equal(
        (await executeRuntimeWithRunId(runtime, failing(boom), { onError: 'continue' })).status,
        'partial',
      );
      assertError(await failingRun(runtime, failing(boom)), WorkflowExecutionError);
      const patient = new Runtime({ onError: 'continue' });
      assertError(await failingRun(patient, failing(boom), { onError: 'stop' }), WorkflowExecutionError);
    });

    test('test_events_of_a_run_that_stops', async () => {
      const { events } = await collectEvents(new Runtime(oneAtATime), failing(boom));
      assert.deepEqual(events.map(shortEvent), [
        'runStarted',
        'nodeStarted first',
        'nodeCompleted first',
        'nodeStarted bad',
        'nodeFailed bad',
        'runFailed',
      ]);
    });

    test('test_events_carry_the_original_error_and_the_attempts', async () => {
      const { events, error } = await collectEvents(new Runtime(), failing(boom));
      const failed = events.find((event) => event.type === 'nodeFailed');
      assert.deepEqual([failed?.error, failed?.attempts], [boom, 1]);
      const last = events.at(-1);
      assert.ok(last?.type === 'runFailed');
      assert.equal(last.error, error);
    });

    test('test_two_failures_are_both_recorded', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'one', fails(new Error('1')))
        .addNode('FunctionNode', 'two', fails(new Error('2')))
        .build();
      const { results } = await executeRuntimeWithRunId(new Runtime({ onError: 'continue' }), workflow);
      assert.deepEqual(
        Object.entries(results).map(([id, output]) => [id, String(Object(output).error)]),
        [
          ['one', 'Error: 1'],
          ['two', 'Error: 2'],
        ],
      );
    });
  });
});
