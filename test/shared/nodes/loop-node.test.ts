import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  builtinNodes,
  createRegistry,
  defineNode,
  LoopItemsError,
  RunTimeoutError,
  Workflow,
  WorkflowBuilder,
  WorkflowCancelledError,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime, executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { gives } from '../runtime/sample-nodes.ts';
import { failingRun } from '../runtime/still-works.ts';
import { causeOf } from './cause-of.ts';

const double = { type: 'CodeNode', config: { code: 'result = item * 2' } } as const;

/** Fails for the items that are odd. */
const even = {
  type: 'FunctionNode',
  config: {
    run: ({ item }: Readonly<Record<string, unknown>>) => {
      if (Number(item) % 2 === 1) throw new RangeError(`odd: ${item}`);
      return { half: Number(item) / 2 };
    },
  },
} as const;

/** Adds the inputs that it declares, and knows of no index. */
const adder = defineNode({
  type: 'Adder',
  inputs: { left: { required: true }, right: {} },
  outputs: ['sum'],
  run: ({ left, right = 0 }) => ({ sum: Number(left) + Number(right) }),
});

const square = new WorkflowBuilder('square')
  .addNode('FunctionNode', 'square', { run: ({ item }) => ({ n: Number(item) ** 2 }) })
  .addNode('FunctionNode', 'label', {
    run: ({ n, index, unit }) => `${String(index)}: ${String(n)}${String(unit)}`,
  })
  .addConnection('square', 'n', 'label', 'n')
  .build();

const loopOf = (config: object, items: unknown = [1, 2, 3]): Workflow => {
  const builder: WorkflowBuilder = new WorkflowBuilder('outer');
  builder.addNode('FunctionNode', 'list', gives({ items }));
  builder.addNode('LoopNode', 'loop', config as never);
  return builder.addConnection('list', 'items', 'loop', 'items').build();
};

describe('TestSharedLoopNode', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_loop_runs_a_node_for_each_item_in_order', async () => {
      const results = await executeRuntime(new Runtime(), loopOf({ node: double }));
      assert.deepEqual({ ...results.loop }, { results: [2, 4, 6], errors: [] });
    });

    test('test_loop_runs_a_sub_workflow_for_each_item', async () => {
      const workflow = loopOf({ workflow: square, inputs: { unit: 'm' } }, [2, 3]);
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(results.loop?.results, [
        { square: { n: 4 }, label: { result: '0: 4m' } },
        { square: { n: 9 }, label: { result: '1: 9m' } },
      ]);
    });

    test('test_loop_gives_whole_outputs_and_what_is_called_result', async () => {
      const body = { type: 'CodeNode', config: { code: 'result = item % 2 ? { item, index } : item' } };
      const results = await executeRuntime(new Runtime(), loopOf({ node: body }, [4, 5]));
      assert.deepEqual(results.loop?.results, [4, { item: 5, index: 1 }]);
    });

    test('test_loop_keeps_the_order_of_items_that_end_in_another', async () => {
      const later = defineNode({
        type: 'Later',
        inputs: { item: { required: true } },
        outputs: ['item'],
        run: {
          sync: ({ item }) => ({ item }),
          async: async ({ item }) => {
            await sleep(5 - Number(item));
            return { item };
          },
        },
      });
      const workflow = loopOf({ node: { type: later }, maxConcurrency: 5 }, [0, 1, 2, 3, 4]);
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(
        results.loop?.results,
        [0, 1, 2, 3, 4].map((item) => ({ item })),
      );
    });

    test('test_loop_over_nothing_is_an_empty_list', async () => {
      const results = await executeRuntime(new Runtime(), loopOf({ node: double }, []));
      assert.deepEqual({ ...results.loop }, { results: [], errors: [] });
    });

    test('test_loop_items_of_the_config_give_way_to_those_of_an_edge', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('LoopNode', 'loop', { node: double, items: [7] })
        .build();
      assert.deepEqual((await executeRuntime(new Runtime(), workflow)).loop?.results, [14]);
      const parameters = { loop: { items: [8, 9] } };
      const given = await executeRuntime(new Runtime(), workflow, { parameters });
      assert.deepEqual(given.loop?.results, [16, 18]);
      const fed = loopOf({ node: double, items: [7] }, [1]);
      assert.deepEqual((await executeRuntime(new Runtime(), fed)).loop?.results, [2]);
    });

    test('test_loop_gives_items_to_the_input_that_is_named', async () => {
      const workflow = loopOf({ node: { type: adder }, itemInput: 'left', inputs: { right: 10 } });
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(results.loop?.results, [{ sum: 11 }, { sum: 12 }, { sum: 13 }]);
    });

    for (const [name, items] of [
      ['a_number', 5],
      ['text', 'abc'],
      ['null', null],
      ['an_object', { a: 1 }],
      ['a_set', new Set([1])],
    ] as const) {
      test(`test_loop_refuses_${name}`, async () => {
        const error = causeOf(await failingRun(new Runtime(), loopOf({ node: double }, items)));
        assertError(error, LoopItemsError, "'loop'", 'only a list');
      });
    }

    test('test_loop_refuses_to_run_without_items', async () => {
      const workflow = new WorkflowBuilder().addNode('LoopNode', 'loop', { node: double }).build();
      const error = causeOf(await failingRun(new Runtime(), workflow));
      assertError(error, LoopItemsError, "Connect a list to its input 'items'");
    });

    test('test_loop_stops_at_the_first_item_that_fails', async () => {
      const error = await failingRun(new Runtime(oneAtATime), loopOf({ node: even }, [2, 3, 5]));
      assertError(error, WorkflowExecutionError, "Node 'loop' failed: Node '1' failed: odd: 3");
      const cause = causeOf(error);
      assertError(cause, WorkflowExecutionError);
      assertError(cause.cause, RangeError, 'odd: 3');
      assert.deepEqual({ ...cause.partialResults }, { 0: { half: 1 } });
    });

    test('test_loop_goes_on_after_items_that_fail', async () => {
      const workflow = loopOf({ node: even, onError: 'continue' }, [2, 3, 4, 5]);
      const { results, status } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual(results.loop?.results, [{ half: 1 }, null, { half: 2 }, null]);
      const failures = results.loop?.errors as readonly { index: number; error: Error }[];
      assert.deepEqual(
        failures.map(({ index, error }) => [index, error.message]),
        [
          [1, 'odd: 3'],
          [3, 'odd: 5'],
        ],
      );
      assert.equal(status, 'completed');
    });

    test('test_loop_leaves_items_out_that_fail', async () => {
      const workflow = loopOf({ node: even, onError: 'skip' }, [1, 2, 3, 4]);
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(results.loop?.results, [{ half: 1 }, { half: 2 }]);
    });

    test('test_loop_policy_is_for_items_and_not_for_the_nodes_inside_of_them', async () => {
      const body = new WorkflowBuilder('body')
        .addNode('FunctionNode', 'risky', even.config)
        .addNode('FunctionNode', 'after', { run: ({ half }) => ({ half }) })
        .addConnection('risky', 'half', 'after', 'half')
        .build();
      const workflow = loopOf({ workflow: body, onError: 'continue' }, [1, 2]);
      const stopped = await executeRuntime(new Runtime(), workflow);
      assert.equal(Object(stopped.loop?.results)[0], null);
      const partial = await executeRuntime(new Runtime({ onError: 'continue' }), workflow);
      assert.deepEqual(Object(partial.loop?.results)[0].after, { half: null });
    });

    test('test_loop_item_that_reports_its_failure_has_failed', async () => {
      const body = { type: 'CodeNode', config: { code: 'result = { success: item > 1 }' } };
      const results = await executeRuntime(new Runtime(), loopOf({ node: body, onError: 'skip' }, [1, 2]));
      assert.deepEqual(results.loop?.results, [{ success: true }]);
    });

    test('test_loop_retries_items_one_by_one', async () => {
      const calls: unknown[] = [];
      const run = ({ item }: Readonly<Record<string, unknown>>) => {
        calls.push(item);
        if (calls.length === 2) throw new Error('once');
        return item;
      };
      const config = { run, retry: { maxAttempts: 2 } };
      const workflow = loopOf({ node: { type: 'FunctionNode', config } });
      const results = await executeRuntime(new Runtime(oneAtATime), workflow);
      assert.deepEqual(results.loop?.results, [1, 2, 3]);
      assert.deepEqual(calls, [1, 2, 2, 3]);
    });

    test('test_loop_inside_a_loop', async () => {
      const inner = {
        type: 'LoopNode',
        config: { itemInput: 'n', node: { type: 'CodeNode', config: { code: 'result = n + factor' } } },
      };
      const workflow = loopOf({ node: inner, itemInput: 'items', inputs: { factor: 100 } }, [
        [1, 2],
        [],
        [3],
      ]);
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual(results.loop?.results, [
        { results: [101, 102], errors: [] },
        { results: [], errors: [] },
        { results: [103], errors: [] },
      ]);
    });

    test('test_loop_over_many_items', async () => {
      const items = Array.from({ length: 50_000 }, (_, index) => index);
      const node = {
        type: 'FunctionNode',
        config: { run: ({ item }: { item?: unknown }) => Number(item) + 1 },
      };
      const results = await executeRuntime(new Runtime(), loopOf({ node }, items));
      assert.deepEqual(
        results.loop?.results,
        items.map((item) => item + 1),
      );
    });

    test('test_loop_items_are_events_of_a_run_inside_of_the_run', async () => {
      const workflow = loopOf({ node: double, maxConcurrency: 4 }, [1, 2]);
      const { events } = await collectEvents(new Runtime(oneAtATime), workflow);
      const outer = events[0]?.runId;
      const told = events.map((event) => {
        const where = event.runId === outer ? 'outer' : `inside of ${event.parent?.nodeId}`;
        return `${where}: ${event.type}${'nodeId' in event ? ` ${event.nodeId} ${event.nodeType}` : ''}`;
      });
      assert.deepEqual(told, [
        'outer: runStarted',
        'outer: nodeStarted list FunctionNode',
        'outer: nodeCompleted list FunctionNode',
        'outer: nodeStarted loop LoopNode',
        'inside of loop: runStarted',
        'inside of loop: nodeStarted 0 CodeNode',
        'inside of loop: nodeCompleted 0 CodeNode',
        'inside of loop: nodeStarted 1 CodeNode',
        'inside of loop: nodeCompleted 1 CodeNode',
        'inside of loop: runCompleted',
        'outer: nodeCompleted loop LoopNode',
        'outer: runCompleted',
      ]);
    });

    test('test_loop_is_cancelled_between_items', async () => {
      const controller = new AbortController();
      const calls: unknown[] = [];
      const run = ({ item }: Readonly<Record<string, unknown>>) => {
        calls.push(item);
        if (item === 2) controller.abort(new Error('enough'));
        return item;
      };
      const workflow = loopOf({ node: { type: 'FunctionNode', config: { run } } });
      const error = await failingRun(new Runtime(oneAtATime), workflow, { signal: controller.signal });
      assertError(error, WorkflowCancelledError, 'enough');
      assert.deepEqual(calls, [1, 2]);
    });

    test('test_loop_survives_json', async () => {
      const registry = createRegistry([adder], builtinNodes);
      const workflow = new WorkflowBuilder('loops', registry)
        .addNode('LoopNode', 'codes', { node: double, items: [1, 2], onError: 'skip', maxConcurrency: 3 })
        .addNode('LoopNode', 'sums', { node: { type: adder }, itemInput: 'left' })
        .addConnection('codes', 'results', 'sums', 'items')
        .build();
      const copy = Workflow.fromJSON(JSON.parse(JSON.stringify(workflow)), registry);
      assert.deepEqual(copy.toJSON(), workflow.toJSON());
      const results = await executeRuntime(new Runtime(), copy);
      assert.deepEqual(results.sums?.results, [{ sum: 2 }, { sum: 4 }]);
    });

    test('test_loop_ends_with_the_time_of_its_run', async () => {
      const calls: unknown[] = [];
      const run = ({ item }: Readonly<Record<string, unknown>>) => {
        const until = performance.now() + 15;
        while (performance.now() < until);
        calls.push(item);
      };
      const items = Array.from({ length: 200 }, (_, index) => index);
      const workflow = loopOf({ node: { type: 'FunctionNode', config: { run } } }, items);
      const error = await failingRun(new Runtime(oneAtATime), workflow, { timeoutMs: 40 });
      assertError(error, RunTimeoutError, '40');
      assert.ok(calls.length < items.length);
    });
  });
});
