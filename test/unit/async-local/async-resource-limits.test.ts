import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import {
  AsyncLocalRuntime,
  ResourceLimitError,
  RuntimeClosedError,
  type Workflow,
  WorkflowBuilder,
  WorkflowCancelledError,
} from '../../../src/index.ts';
import type { Degradation, NodeContext } from '../../../types/index.ts';
import { assertError } from '../../shared/runtime/assert-error.ts';

/** A workflow that counts how many of its runs are under way. */
const counting = (seen: { now: number; most: number }, turns = 1): Workflow =>
  new WorkflowBuilder()
    .addNode('FunctionNode', 'f', {
      run: async () => {
        seen.now += 1;
        seen.most = Math.max(seen.most, seen.now);
        for (let index = 0; index < turns; index += 1) await turn();
        seen.now -= 1;
      },
    })
    .build();

/** A workflow that goes on until it is told to stop. */
const endless = new WorkflowBuilder()
  .addNode('FunctionNode', 'f', {
    run: (_: unknown, { signal }: NodeContext) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  })
  .build();

describe('TestAsyncResourceLimits', () => {
  const waiting: readonly [degradation: Degradation, runs: number][] = [
    ['queue', 1_000],
    ['defer', 20],
  ];
  for (const [degradation, count] of waiting) {
    test(`test_${degradation}_lets_all_run_and_never_more_than_the_limit_at_once`, async () => {
      const seen = { now: 0, most: 0 };
      const runtime = new AsyncLocalRuntime({ resourceLimits: { maxConcurrentWorkflows: 4, degradation } });
      const workflow = counting(seen);
      const runs = await Promise.all(Array.from({ length: count }, () => runtime.execute(workflow)));
      assert.ok(runs.every(({ status }) => status === 'completed'));
      assert.equal(seen.most, 4);
    });
  }

  test('test_reject_refuses_what_is_over_the_limit_at_once', async () => {
    const seen = { now: 0, most: 0 };
    const runtime = new AsyncLocalRuntime({ resourceLimits: { maxConcurrentWorkflows: 2 } });
    const runs = await Promise.allSettled([1, 2, 3].map(() => runtime.execute(counting(seen))));
    assert.deepEqual(
      runs.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected'],
    );
    assertError(Object(runs[2]).reason, ResourceLimitError, 'start it later');
  });

  test('test_a_queue_that_is_full_and_a_wait_that_is_too_long', async () => {
    const limits = {
      maxConcurrentWorkflows: 1,
      degradation: 'queue',
      maxQueue: 1,
      queueTimeoutMs: 20,
    } as const;
    const runtime = new AsyncLocalRuntime({ resourceLimits: limits });
    const stop = new AbortController();
    const first = runtime.execute(endless, { signal: stop.signal });
    const rest = await Promise.allSettled([1, 2].map(() => runtime.execute(endless)));
    assertError(Object(rest[0]).reason, ResourceLimitError, 'queueTimeoutMs');
    assertError(Object(rest[1]).reason, ResourceLimitError, 'maxQueue');
    stop.abort();
    await assert.rejects(first);
  });

  for (const degradation of ['queue', 'defer'] as const) {
    test(`test_a_run_that_waits_by_${degradation}_can_be_cancelled_and_has_its_time_limit`, async () => {
      const runtime = new AsyncLocalRuntime({ resourceLimits: { maxConcurrentWorkflows: 1, degradation } });
      const stop = new AbortController();
      const first = runtime.execute(endless, { signal: stop.signal });
      const cancel = new AbortController();
      const cancelled = runtime.execute(endless, { signal: cancel.signal });
      const late = runtime.execute(endless, { timeoutMs: 20 });
      cancel.abort();
      const [one, two] = await Promise.allSettled([cancelled, late]);
      assert.equal(Object(one).reason.name, 'WorkflowCancelledError');
      assert.equal(Object(two).reason.name, 'RunTimeoutError');
      stop.abort();
      await assert.rejects(first);
      const seen = { now: 0, most: 0 };
      assert.equal((await runtime.execute(counting(seen))).status, 'completed');
    });
  }

  test('test_an_attempt_waits_for_connections_that_other_runs_hold', async () => {
    const resourceLimits = { maxConnections: 1, degradation: 'queue' } as const;
    const runtime = new AsyncLocalRuntime({ resourceLimits });
    const actions: string[] = [];
    runtime.on('resourceLimitExceeded', ({ action }) => actions.push(action));
    let open = 0;
    let most = 0;
    const leaf = {
      open: async () => {
        open += 1;
        most = Math.max(most, open);
      },
      close: async () => {
        open -= 1;
      },
    };
    const holding = (key: string, ms: number): Workflow =>
      new WorkflowBuilder()
        .addNode('FunctionNode', 'f', {
          run: async (_: unknown, { resources, attempt }: NodeContext) => {
            await resources.acquire(key, leaf);
            await sleep(ms);
            return attempt;
          },
        })
        .build();
    const [, second] = await Promise.all([
      runtime.execute(holding('a', 50)),
      runtime.execute(holding('b', 0)),
    ]);
    assert.deepEqual([most, open, actions], [1, 0, ['queued']]);
    assert.deepEqual(second.results.f, { result: 1 });
  });

  test('test_close_drains_then_aborts_then_closes_resources', async () => {
    const order: string[] = [];
    const leaf = { open: async () => 1, close: async () => order.push('closed') };
    const runtime = new AsyncLocalRuntime({ persistent: true, resources: { db: leaf } });
    await runtime.initializePersistentResources();
    const seen = { now: 0, most: 0 };
    const quick = runtime.execute(counting(seen, 3)).then(() => order.push('drained'));
    const slow = runtime.execute(endless).catch((error: unknown) => {
      order.push('aborted');
      return error;
    });
    const closing = runtime.close({ drainMs: 50 });
    await assert.rejects(runtime.execute(endless), RuntimeClosedError);
    await closing;
    assert.deepEqual(order, ['drained', 'aborted', 'closed']);
    const error = await slow;
    await quick;
    assertError(error, WorkflowCancelledError);
    assertError(error.cause, RuntimeClosedError);
  });
});
