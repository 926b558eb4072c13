import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { AsyncLocalRuntime, BulkheadFullError, type Workflow, WorkflowBuilder } from '../../../src/index.ts';
import type { BulkheadPolicy, NodeContext } from '../../../types/index.ts';
import { assertError } from '../../shared/runtime/assert-error.ts';

/** A workflow of one node that counts how many of its kind are under way. */
const counting = (bulkhead: BulkheadPolicy, seen: { now: number; most: number }): Workflow =>
  new WorkflowBuilder()
    .addNode('FunctionNode', 'f', {
      bulkhead,
      run: async () => {
        seen.now += 1;
        seen.most = Math.max(seen.most, seen.now);
        await turn();
        seen.now -= 1;
      },
    })
    .build();

/** A body that goes on until it is let go, whatever its signal says. */
const deaf = () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo: () => letGo(), run: () => held };
};

describe('TestAsyncBulkheads', () => {
  test('test_thousands_of_runs_queue_and_never_more_than_allowed_are_under_way', async () => {
    const seen = { now: 0, most: 0 };
    const runtime = new AsyncLocalRuntime();
    const workflow = counting({ maxConcurrent: 3, maxQueue: 20_000 }, seen);
    const runs = await Promise.all(Array.from({ length: 5_000 }, () => runtime.execute(workflow)));
    assert.ok(runs.every(({ status }) => status === 'completed'));
    assert.equal(seen.most, 3);
    assert.deepEqual(runtime.getBulkheads(), [
      { name: 'FunctionNode', maxConcurrent: 3, underWay: 0, queued: 0 },
    ]);
  });

  test('test_nodes_that_answer_at_once_pass_a_long_queue_without_deep_calls', async () => {
    const bulkhead = { name: 'x', maxConcurrent: 1, maxQueue: 20_000 };
    const { run, letGo } = deaf();
    const runtime = new AsyncLocalRuntime();
    const first = runtime.execute(
      new WorkflowBuilder().addNode('FunctionNode', 'f', { run, bulkhead }).build(),
    );
    const quick = new WorkflowBuilder().addNode('FunctionNode', 'f', { run: () => 1, bulkhead }).build();
    const rest = Array.from({ length: 10_000 }, () => runtime.execute(quick));
    letGo();
    assert.equal((await Promise.all([first, ...rest])).length, 10_001);
  });

  test('test_first_come_first_served_up_to_the_end_of_the_queue', async () => {
    const order: unknown[] = [];
    const runtime = new AsyncLocalRuntime();
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'f', {
        bulkhead: { maxConcurrent: 1, maxQueue: 2 },
        run: async ({ n }) => {
          order.push(n);
          await turn();
        },
      })
      .build();
    const runs = [1, 2, 3, 4].map((n) => runtime.execute(workflow, { parameters: { n } }));
    const [, , , last] = await Promise.allSettled(runs);
    assert.deepEqual(order, [1, 2, 3]);
    assertError(Object(last).reason.cause, BulkheadFullError, 'so is its queue', 'maxQueue');
  });

  test('test_a_wait_that_is_too_long_and_one_that_is_cancelled', async () => {
    const bulkhead = { name: 'x', maxConcurrent: 1, maxQueue: 9, queueTimeoutMs: 20 };
    const { run, letGo } = deaf();
    const runtime = new AsyncLocalRuntime();
    const held = runtime.execute(
      new WorkflowBuilder().addNode('FunctionNode', 'f', { run, bulkhead }).build(),
    );
    const late = new WorkflowBuilder().addNode('FunctionNode', 'g', { run: () => 1, bulkhead }).build();
    const stop = new AbortController();
    const cancelled = runtime.execute(late, { signal: stop.signal });
    const waiting = runtime.execute(late);
    stop.abort();
    const [first, second] = await Promise.allSettled([cancelled, waiting]);
    assert.equal(Object(first).reason.name, 'WorkflowCancelledError');
    assertError(Object(second).reason.cause, BulkheadFullError, 'queueTimeoutMs');
    assert.deepEqual(runtime.getBulkheads()[0], { name: 'x', maxConcurrent: 1, underWay: 1, queued: 0 });
    letGo();
    await held;
    assert.equal(runtime.getBulkheads()[0]?.underWay, 0);
  });

  test('test_a_body_deaf_to_its_time_limit_keeps_its_place_until_it_ends', async () => {
    const bulkhead = { name: 'x', maxConcurrent: 1 };
    const { run, letGo } = deaf();
    const runtime = new AsyncLocalRuntime();
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'f', { run, bulkhead, timeoutMs: 5 })
      .build();
    await assert.rejects(runtime.execute(workflow));
    // The run has ended without its body, which has still the place.
    assert.equal(runtime.getBulkheads()[0]?.underWay, 1);
    letGo();
    await turn();
    assert.equal(runtime.getBulkheads()[0]?.underWay, 0);
  });

  test('test_an_open_circuit_refuses_before_the_queue', async () => {
    const policies = {
      bulkhead: { name: 'x', maxConcurrent: 1, maxQueue: 9 },
      circuitBreaker: { name: 'x', opensAfter: { failures: 1 }, openMs: 60_000 },
    };
    const calls: number[] = [];
    const runtime = new AsyncLocalRuntime();
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'f', {
        ...policies,
        run: async (_: unknown, { attempt }: NodeContext) => {
          calls.push(attempt);
          await turn();
          throw new Error('down');
        },
      })
      .build();
    const runs = await Promise.allSettled([1, 2, 3].map(() => runtime.execute(workflow)));
    const names = runs.map((run) => Object(run).reason.cause.name);
    assert.deepEqual(names, ['Error', 'CircuitOpenError', 'CircuitOpenError']);
    assert.equal(calls.length, 1);
    assert.equal(runtime.getBulkheads()[0]?.underWay, 0);
  });
});
