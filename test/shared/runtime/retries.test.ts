import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  defineNode,
  MissingInputError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { NodeContext, RetryPolicy } from '../../../types/index.ts';
import { assertError } from './assert-error.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { fails, failsFirst, gives } from './sample-nodes.ts';
import { failingRun } from './still-works.ts';

const always = (retry: RetryPolicy) =>
  new WorkflowBuilder().addNode('FunctionNode', 'f', { ...fails(new Error('no')), retry }).build();

describe('TestSharedRetries', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_a_failed_attempt_is_repeated', async () => {
      const config = { ...failsFirst(2, { fine: true }), retry: { maxAttempts: 3, delayMs: 1 } };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
      const { events } = await collectEvents(new Runtime(oneAtATime), workflow);
      assert.deepEqual(events.map(shortEvent), [
        'runStarted',
        'nodeStarted f',
        'nodeRetried f 2',
        'nodeRetried f 3',
        'nodeCompleted f',
        'runCompleted completed',
      ]);
      const errors = events
        .filter((event) => event.type === 'nodeRetried')
        .map((event) => String(event.error));
      assert.deepEqual(errors, ['Error: attempt 1', 'Error: attempt 2']);
    });

    test('test_the_last_error_is_the_one_that_counts', async () => {
      const config = { ...failsFirst(3, 'never'), retry: { maxAttempts: 2 } };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
      const error = await failingRun(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError);
      assert.equal(error.message, "Node 'f' failed: attempt 2");
    });

    const delays: readonly [name: string, retry: RetryPolicy, expected: readonly number[]][] = [
      ['fixed', { maxAttempts: 4, delayMs: 2 }, [2, 2, 2]],
      ['linear', { maxAttempts: 4, delayMs: 1, backoff: 'linear' }, [1, 2, 3]],
      ['exponential', { maxAttempts: 4, delayMs: 1, backoff: 'exponential' }, [1, 2, 4]],
      ['exponential_by_3', { maxAttempts: 4, delayMs: 1, backoff: 'exponential', multiplier: 3 }, [1, 3, 9]],
      ['capped', { maxAttempts: 4, delayMs: 2, backoff: 'linear', maxDelayMs: 3 }, [2, 3, 3]],
      ['none', { maxAttempts: 3 }, [0, 0]],
      ['single_attempt', { maxAttempts: 1, delayMs: 1 }, []],
    ];
    for (const [name, retry, expected] of delays) {
      test(`test_delays_${name}`, async () => {
        const { events } = await collectEvents(new Runtime(), always(retry));
        const retried = events.filter((event) => event.type === 'nodeRetried');
        assert.deepEqual(
          retried.map((event) => event.delayMs),
          expected,
        );
        const failed = events.find((event) => event.type === 'nodeFailed');
        assert.equal(failed?.attempts, retry.maxAttempts);
      });
    }

    test('test_the_runtime_policy_holds_for_nodes_without_one', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'own', { ...fails(new Error('no')), retry: { maxAttempts: 1 } })
        .addNode('FunctionNode', 'inherits', fails(new Error('no')))
        .build();
      const { events } = await collectEvents(
        new Runtime({ retry: { maxAttempts: 3 }, onError: 'continue' }),
        workflow,
      );
      const attempts = events
        .filter((event) => event.type === 'nodeFailed')
        .map((event) => [event.nodeId, event.attempts]);
      assert.deepEqual(Object.fromEntries(attempts), { own: 1, inherits: 3 });
    });

    test('test_the_context_counts_attempts_and_gives_each_a_fresh_signal', async () => {
      const contexts: NodeContext[] = [];
      const run = (_: unknown, context: NodeContext): unknown => {
        contexts.push(context);
        if (context.attempt < 3) throw new Error('again');
        return 'done';
      };
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', { run, retry: { maxAttempts: 3 } })
        .build();
      const { runId } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual(
        contexts.map((context) => context.attempt),
        [1, 2, 3],
      );
      assert.ok(
        contexts.every(
          (context) => context.runId === runId && context.nodeId === 'f' && !context.signal.aborted,
        ),
      );
      assert.ok(contexts.every((context) => context.iteration === undefined));
    });

    test('test_a_factor_beyond_all_numbers_times_no_delay_is_no_delay', async () => {
      const retry: RetryPolicy = { maxAttempts: 4, backoff: 'exponential', multiplier: Number.MAX_VALUE };
      const { events } = await collectEvents(new Runtime(), always(retry));
      const delays = events.flatMap((event) => (event.type === 'nodeRetried' ? [event.delayMs] : []));
      assert.deepEqual(delays, [0, 0, 0]);
    });

    test('test_a_reported_failure_is_retried', async () => {
      const run = (_: unknown, { attempt }: NodeContext): unknown => ({ success: attempt > 1, attempt });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', { run, retry: { maxAttempts: 2 } })
        .build();
      const { results } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual({ ...results.f }, { success: true, attempt: 2 });
    });

    test('test_errors_in_making_inputs_are_not_retried', async () => {
      let calls = 0;
      const strict = defineNode({
        type: 'Strict',
        inputs: { a: { required: true } },
        outputs: ['b'],
        run: () => {
          calls += 1;
          return { b: 1 };
        },
      });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'source', gives({}))
        .addNode(strict, 's', { retry: { maxAttempts: 5 } })
        .build();
      const { events, error } = await collectEvents(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError);
      assertError(error.cause, MissingInputError);
      assert.equal(events.filter((event) => event.type === 'nodeRetried').length, 0);
      assert.equal(calls, 0);
    });
  });
});
