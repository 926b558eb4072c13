import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import {
  AsyncLocalRuntime,
  NodeTimeoutError,
  RunTimeoutError,
  WorkflowBuilder,
  WorkflowCancelledError,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { NodeContext, NodeInputs } from '../../../types/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { assertStillWorks } from '../../shared/runtime/still-works.ts';
import { unhandledDuring } from '../../shared/runtime/unhandled-during.ts';

/** A body that waits for the abort of its signal, notes it, and rejects some turns later. */
const waitsForAbort = (noted: unknown[]) => ({
  run: async (_: NodeInputs, { nodeId, signal }: NodeContext): Promise<never> => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    noted.push([nodeId, signal.aborted]);
    for (let turns = 0; turns < 3; turns += 1) await turn();
    throw new Error(`late rejection of ${nodeId}`);
  },
});

const failsSoon = {
  run: async (): Promise<never> => {
    await turn();
    throw new Error('the first');
  },
};

const neverEnds = { run: () => new Promise<never>(() => undefined) };

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

describe('TestAsyncAbort', () => {
  test('test_siblings_are_aborted_and_their_late_rejections_handled', async () => {
    const noted: unknown[] = [];
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'one', waitsForAbort(noted))
      .addNode('FunctionNode', 'two', waitsForAbort(noted))
      .addNode('FunctionNode', 'bad', failsSoon)
      .build();
    const unhandled = await unhandledDuring(async () => {
      const error = await thrownBy(() => new AsyncLocalRuntime().execute(workflow));
      assertError(error, WorkflowExecutionError);
      assert.equal(error.message, "Node 'bad' failed: the first");
      assert.deepEqual(noted, [
        ['one', true],
        ['two', true],
      ]);
    });
    assert.deepEqual(unhandled, []);
  });

  test('test_siblings_go_on_when_the_policy_lets_the_run_go_on', async () => {
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'bad', failsSoon)
      .addNode('FunctionNode', 'good', {
        run: async (_, { signal }) => {
          for (let turns = 0; turns < 10; turns += 1) await turn();
          return { aborted: signal.aborted };
        },
      })
      .build();
    const { results } = await new AsyncLocalRuntime({ onError: 'continue' }).execute(workflow);
    assert.deepEqual({ ...results.good }, { aborted: false });
  });

  test('test_no_node_starts_after_the_failure', async () => {
    const started: string[] = [];
    const builder: WorkflowBuilder = new WorkflowBuilder();
    builder.addNode('FunctionNode', 'bad', failsSoon);
    for (let index = 0; index < 5; index += 1) {
      builder.addNode('FunctionNode', `n${index}`, { run: () => started.push(`n${index}`) });
    }
    await thrownBy(() => new AsyncLocalRuntime({ maxConcurrency: 1 }).execute(builder.build()));
    await turn();
    assert.deepEqual(started, []);
  });

  test('test_a_time_limit_aborts_a_node_that_never_ends', async () => {
    const noted: unknown[] = [];
    const config = { ...waitsForAbort(noted), timeoutMs: 10 };
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'stuck', config).build();
    const unhandled = await unhandledDuring(async () => {
      const error = await thrownBy(() => new AsyncLocalRuntime().execute(workflow));
      assertError(error, WorkflowExecutionError);
      assertError(error.cause, NodeTimeoutError, "'stuck'", 'timeoutMs of 10');
    });
    assert.deepEqual(noted, [['stuck', true]]);
    assert.deepEqual(unhandled, []);
  });

  test('test_the_limit_of_a_run_ends_nodes_that_wait_for_their_signal', async () => {
    const noted: unknown[] = [];
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'stuck', waitsForAbort(noted)).build();
    const error = await thrownBy(() => new AsyncLocalRuntime({ timeoutMs: 10 }).execute(workflow));
    assertError(error, RunTimeoutError, 'timeoutMs of 10');
    assert.deepEqual(noted, [['stuck', true]]);
  });

  test('test_a_timer_that_rings_early_still_ends_the_run', async () => {
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'stuck', waitsForAbort([])).build();
    for (let run = 0; run < 40; run += 1) {
      // Timers count whole milliseconds of the clock: begun late in one, they ring before their time has passed.
      while (process.hrtime.bigint() % 1_000_000n < 500_000n + 10_000n * BigInt(run));
      const error = await thrownBy(() => new AsyncLocalRuntime({ timeoutMs: 3 }).execute(workflow));
      assertError(error, RunTimeoutError, 'timeoutMs of 3');
    }
  });

  test('test_cancelling_ends_nodes_that_wait_for_their_signal', async () => {
    const noted: unknown[] = [];
    const controller = new AbortController();
    const runtime = new AsyncLocalRuntime();
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'stuck', waitsForAbort(noted)).build();
    const run = runtime.execute(workflow, { signal: controller.signal });
    setImmediate(() => controller.abort(new Error('user')));
    assertError(await thrownBy(() => run), WorkflowCancelledError, 'user');
    assert.deepEqual(noted, [['stuck', true]]);
    await assertStillWorks(runtime);
  });

  test('test_a_sibling_that_ignores_its_signal_does_not_hang_the_run', async () => {
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'deaf', neverEnds)
      .addNode('FunctionNode', 'bad', failsSoon)
      .build();
    const error = await thrownBy(() => new AsyncLocalRuntime().execute(workflow));
    assertError(error, WorkflowExecutionError, "Node 'bad' failed");
  });

  test('test_the_signal_of_the_caller_keeps_no_listener', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    Object.assign(signal, {
      addEventListener: (...args: Parameters<typeof add>) => {
        listeners += 1;
        return add(...args);
      },
      removeEventListener: (...args: Parameters<typeof remove>) => {
        listeners -= 1;
        return remove(...args);
      },
    });
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', { run: async () => turn() }).build();
    await new AsyncLocalRuntime().execute(workflow, { signal });
    assert.equal(listeners, 0);
  });

  test('test_no_timer_is_left_after_any_kind_of_end', async () => {
    const before = timers();
    const runtime = new AsyncLocalRuntime({ timeoutMs: 60_000 });
    const limited = { timeoutMs: 60_000, retry: { maxAttempts: 2, delayMs: 60_000, maxDelayMs: 60_000 } };
    const completes = new WorkflowBuilder()
      .addNode('FunctionNode', 'f', { run: async () => turn(), ...limited })
      .build();
    await runtime.execute(completes);
    const fails = new WorkflowBuilder()
      .addNode('FunctionNode', 'retrying', { ...failsSoon, ...limited })
      .addNode('FunctionNode', 'waiting', { ...waitsForAbort([]), ...limited, retry: { maxAttempts: 1 } })
      .addNode('FunctionNode', 'bad', {
        run: async () => {
          for (let turns = 0; turns < 5; turns += 1) await turn();
          throw new Error('end');
        },
      })
      .build();
    assertError(await thrownBy(() => runtime.execute(fails)), WorkflowExecutionError, "Node 'bad' failed");
    const controller = new AbortController();
    const run = runtime.execute(fails, { signal: controller.signal });
    controller.abort();
    assertError(await thrownBy(() => run), WorkflowCancelledError);
    await runtime.close();
    await turn();
    assert.equal(timers(), before);
  });
});
