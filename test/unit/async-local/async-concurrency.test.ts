import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { AsyncLocalRuntime, InvalidOptionError, WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { gives } from '../../shared/runtime/sample-nodes.ts';

/** A wide workflow of nodes that take a few turns of the event loop, and the most of them ever under way at once. */
const wide = (width: number) => {
  const seen = { inFlight: 0, most: 0 };
  const builder: WorkflowBuilder = new WorkflowBuilder();
  for (let index = 0; index < width; index += 1) {
    builder.addNode('FunctionNode', `n${index}`, {
      run: async () => {
        seen.inFlight += 1;
        seen.most = Math.max(seen.most, seen.inFlight);
        for (let turns = 0; turns < 5; turns += 1) await turn();
        seen.inFlight -= 1;
        return { index };
      },
    });
  }
  return { workflow: builder.build(), seen };
};

describe('TestAsyncConcurrency', () => {
  for (const [maxConcurrency, expected] of [
    [1, 1],
    [3, 3],
    [25, 20],
    [undefined, 10],
  ] as const) {
    test(`test_at_most_${maxConcurrency ?? 'the_default'}_nodes_are_under_way`, async () => {
      const { workflow, seen } = wide(20);
      const runtime = new AsyncLocalRuntime(maxConcurrency === undefined ? {} : { maxConcurrency });
      await runtime.execute(workflow);
      assert.deepEqual(seen, { inFlight: 0, most: expected });
    });
  }

  test('test_a_slow_node_holds_back_nothing_that_does_not_depend_on_it', async () => {
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    // `slow` is on the first level and ends only when `third`, on the third level, has run: a barrier would hang.
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'slow', { run: async () => released })
      .addNode('FunctionNode', 'first', gives({ v: 1 }))
      .addNode('FunctionNode', 'second', { run: async () => ({ v: 2 }) })
      .addNode('FunctionNode', 'third', {
        run: () => {
          release?.();
          return { v: 3 };
        },
      })
      .addConnection('first', 'v', 'second', 'x')
      .addConnection('second', 'v', 'third', 'x')
      .build();
    const { results } = await new AsyncLocalRuntime().execute(workflow);
    assert.deepEqual({ ...results.third }, { v: 3 });
  });

  test('test_results_are_in_plan_order_whatever_ends_first', async () => {
    const ended: string[] = [];
    const after = (id: string, turns: number) => ({
      run: async (): Promise<unknown> => {
        for (let index = 0; index < turns; index += 1) await turn();
        ended.push(id);
        return { id };
      },
    });
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'slow', after('slow', 20))
      .addNode('FunctionNode', 'middle', after('middle', 10))
      .addNode('FunctionNode', 'quick', after('quick', 1))
      .build();
    const { results } = await new AsyncLocalRuntime().execute(workflow);
    assert.deepEqual(ended, ['quick', 'middle', 'slow']);
    assert.deepEqual(Object.keys(results), ['slow', 'middle', 'quick']);
  });

  test('test_the_wait_for_a_retry_lets_other_nodes_run_and_keeps_its_place', async () => {
    const order: string[] = [];
    const flaky = {
      run: (): unknown => {
        order.push('flaky');
        if (order.filter((each) => each === 'flaky').length === 1) throw new Error('again');
        return 1;
      },
      retry: { maxAttempts: 2, delayMs: 20 },
    };
    const note = (id: string) => ({ run: () => order.push(id) });
    const build = () =>
      new WorkflowBuilder()
        .addNode('FunctionNode', 'flaky', flaky)
        .addNode('FunctionNode', 'a', note('a'))
        .addNode('FunctionNode', 'b', note('b'))
        .build();
    await new AsyncLocalRuntime({ maxConcurrency: 2 }).execute(build());
    assert.deepEqual(order.splice(0), ['flaky', 'a', 'b', 'flaky']);
    await new AsyncLocalRuntime({ maxConcurrency: 1 }).execute(build());
    assert.deepEqual(order, ['flaky', 'flaky', 'a', 'b']);
  });

  test('test_the_event_loop_turns_during_a_run', async () => {
    let turns = 0;
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'waits', {
        run: async () => {
          while (turns < 3) await turn();
          return { turns };
        },
      })
      .build();
    const counter = setInterval(() => {
      turns += 1;
    });
    const { results } = await new AsyncLocalRuntime().execute(workflow);
    clearInterval(counter);
    assert.ok(Number(results.waits?.turns) >= 3);
  });

  for (const value of [0, -1, 1.5, Number.NaN, '4', null]) {
    test(`test_bad_max_concurrency_${value}`, async () => {
      const error = await thrownBy(() => Reflect.construct(AsyncLocalRuntime, [{ maxConcurrency: value }]));
      assertError(error, InvalidOptionError, 'maxConcurrency', String(value));
    });
  }
});
