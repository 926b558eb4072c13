import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  NodeTimeoutError,
  RunTimeoutError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError } from './assert-error.ts';
import { collectEvents } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { gives } from './sample-nodes.ts';
import { failingRun } from './still-works.ts';

/** Holds the thread for a while, as CPU-bound code does. */
const busy = (milliseconds: number) => ({
  run: (): unknown => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    return { done: true };
  },
});

describe('TestSharedTimeLimits', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_a_node_over_its_limit_has_failed_although_it_returned', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'slow', { ...busy(30), timeoutMs: 5 })
        .build();
      const error = await failingRun(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError, "Node 'slow' failed");
      assertError(error.cause, NodeTimeoutError, "'slow'", 'timeoutMs of 5', 'Raise timeoutMs');
    });

    test('test_a_node_within_its_limit_is_untouched', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'quick', { ...busy(1), timeoutMs: 10_000 })
        .build();
      const { results } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual({ ...results.quick }, { done: true });
    });

    test('test_a_node_over_its_limit_is_retried', async () => {
      const slowOnce = (_: unknown, { attempt }: { readonly attempt: number }): unknown =>
        busy(attempt === 1 ? 500 : 0).run();
      const config = { run: slowOnce, timeoutMs: 400, retry: { maxAttempts: 2 } };
      const { events } = await collectEvents(
        new Runtime(),
        new WorkflowBuilder().addNode('FunctionNode', 'slow', config).build(),
      );
      const retried = events.find((event) => event.type === 'nodeRetried');
      assertError(retried?.error, NodeTimeoutError);
      assert.equal(events.at(-1)?.type, 'runCompleted');
    });

    const limits = {
      'the runtime': { runtime: { timeoutMs: 20 }, run: {} },
      'the run': { runtime: {}, run: { timeoutMs: 20 } },
    };
    for (const [owner, options] of Object.entries(limits)) {
      test(`test_a_run_over_the_limit_of_${owner.replace(' ', '_')}`, async () => {
        const workflow = new WorkflowBuilder()
          .addNode('FunctionNode', 'first', gives({ v: 1 }))
          .addNode('FunctionNode', 'slow', busy(60))
          .addNode('FunctionNode', 'never', gives('never'))
          .addConnection('first', 'v', 'slow', 'x')
          .addConnection('slow', 'done', 'never', 'x')
          .build();
        const runtime = new Runtime({ ...options.runtime, ...oneAtATime });
        const { events, error } = await collectEvents(runtime, workflow, options.run);
        assertError(error, RunTimeoutError, 'timeoutMs of 20', 'Raise timeoutMs');
        assert.equal(events.at(-1)?.type, 'runFailed');
        assert.equal(error.runId, runtime.lastRunId);
        const completed = events
          .filter((event) => event.type === 'nodeCompleted')
          .map((event) => event.nodeId);
        assert.deepEqual(Object.keys(error.partialResults), completed);
        assert.ok(!events.some((event) => event.type === 'nodeStarted' && event.nodeId === 'never'));
      });
    }

    test('test_a_run_that_waits_for_its_next_attempt_ends_at_its_limit', async () => {
      const attempts: number[] = [];
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'fails', {
          run: (_, { attempt }) => {
            attempts.push(attempt);
            throw new Error('again');
          },
          retry: { maxAttempts: 2, delayMs: 3_000 },
        })
        .build();
      const runtime = new Runtime({ timeoutMs: 250 });
      assertError(await failingRun(runtime, workflow), RunTimeoutError, 'timeoutMs of 250');
      assert.deepEqual(attempts, [1]);
    });

    test('test_the_limit_of_the_run_wins_over_the_runtime', async () => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'slow', busy(20)).build();
      const runtime = new Runtime({ timeoutMs: 1 });
      const { status } = await executeRuntimeWithRunId(runtime, workflow, { timeoutMs: 60_000 });
      assert.equal(status, 'completed');
    });
  });
});
