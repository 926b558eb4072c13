import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import {
  AsyncLocalRuntime,
  InvalidWorkflowError,
  RuntimeClosedError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { gives } from '../../shared/runtime/sample-nodes.ts';

/** Adds one to `n` twice, with turns of the event loop between. */
const slowly = new WorkflowBuilder()
  .addNode('FunctionNode', 'one', {
    run: async ({ n }) => {
      await turn();
      return { n: Number(n) + 1 };
    },
  })
  .addNode('FunctionNode', 'two', {
    run: async ({ n }) => {
      await turn();
      return { n: Number(n) + 1 };
    },
  })
  .addConnection('one', 'n', 'two', 'n')
  .build();

describe('TestAsyncConcurrentRuns', () => {
  test('test_concurrent_runs_on_one_runtime_share_no_state', async () => {
    const runtime = new AsyncLocalRuntime();
    const numbers = Array.from({ length: 25 }, (_, index) => index * 10);
    const runs = await Promise.all(
      numbers.map((n) => runtime.execute(slowly, { parameters: { one: { n } } })),
    );
    assert.deepEqual(
      runs.map(({ results }) => results.two?.n),
      numbers.map((n) => n + 2),
    );
    assert.equal(new Set(runs.map(({ runId }) => runId)).size, 25);
  });

  test('test_each_run_has_its_own_limit_of_concurrency', async () => {
    let inFlight = 0;
    let most = 0;
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'f', {
        run: async () => {
          inFlight += 1;
          most = Math.max(most, inFlight);
          await turn();
          inFlight -= 1;
        },
      })
      .build();
    const runtime = new AsyncLocalRuntime({ maxConcurrency: 1 });
    await Promise.all(Array.from({ length: 4 }, () => runtime.execute(workflow)));
    assert.equal(most, 4);
  });

  test('test_a_failed_run_does_not_touch_the_others', async () => {
    const runtime = new AsyncLocalRuntime();
    const bad = new WorkflowBuilder()
      .addNode('FunctionNode', 'bad', { run: async () => Promise.reject(new Error('no')) })
      .build();
    const outcomes = await Promise.allSettled([
      runtime.execute(slowly, { parameters: { one: { n: 1 } } }),
      runtime.execute(bad),
      runtime.execute(slowly, { parameters: { one: { n: 2 } } }),
    ]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  test('test_execute_workflow_async_gives_the_results_alone', async () => {
    const runtime = new AsyncLocalRuntime();
    const options = { parameters: { one: { n: 0 } } };
    const alone = await runtime.executeWorkflowAsync(slowly, options);
    assert.deepEqual(alone, (await runtime.execute(slowly, options)).results);
    assert.deepEqual(Object.keys(alone), ['one', 'two']);
  });

  test('test_close_waits_for_runs_under_way_and_refuses_new_ones', async () => {
    const runtime = new AsyncLocalRuntime();
    const run = runtime.execute(slowly, { parameters: { one: { n: 5 } } });
    let ended = false;
    run.then(() => {
      ended = true;
    });
    const closing = runtime.close();
    assertError(await thrownBy(() => runtime.execute(slowly)), RuntimeClosedError, 'AsyncLocalRuntime');
    await closing;
    assert.equal(ended, true);
    assert.deepEqual({ ...(await run).results.two }, { n: 7 });
  });

  test('test_await_using_closes', async () => {
    let kept: AsyncLocalRuntime;
    {
      await using runtime = new AsyncLocalRuntime();
      kept = runtime;
      assert.equal((await runtime.execute(slowly, { parameters: { one: { n: 1 } } })).status, 'completed');
    }
    assertError(await thrownBy(() => kept.execute(slowly)), RuntimeClosedError);
  });

  test('test_nothing_is_thrown_before_there_is_a_promise', async () => {
    const runtime = new AsyncLocalRuntime();
    for (const method of ['execute', 'executeWorkflowAsync'] as const) {
      const answer: unknown = Reflect.apply(runtime[method], runtime, [{}]);
      assert.ok(answer instanceof Promise);
      assertError(await thrownBy(() => answer), InvalidWorkflowError);
    }
  });

  test('test_a_run_starts_at_once', async () => {
    const runtime = new AsyncLocalRuntime();
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(1)).build();
    const run = runtime.execute(workflow);
    assert.equal(typeof runtime.lastRunId, 'string');
    await run;
  });
});
