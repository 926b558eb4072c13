import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  BulkheadFullError,
  InvalidOptionError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { fails, gives } from '../runtime/sample-nodes.ts';

const one = { name: 'api', maxConcurrent: 1 };
const inner = new WorkflowBuilder().addNode('FunctionNode', 'in', gives(1)).build();
/** A node that holds its place while the events of its sub-workflow are taken. */
const holding = new WorkflowBuilder()
  .addNode('WorkflowNode', 'w', { workflow: inner, bulkhead: one })
  .build();
const wanting = new WorkflowBuilder().addNode('FunctionNode', 'f', { ...gives(1), bulkhead: one }).build();

describe('TestSharedBulkheads', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_a_full_bulkhead_refuses_other_runs_and_lets_them_in_again', async () => {
      const runtime = new Runtime();
      const run = (): unknown => runtime.execute(wanting);
      const inside = new WorkflowBuilder().addNode('FunctionNode', 'outer', { run, bulkhead: one }).build();
      const { error } = await collectEvents(runtime, inside);
      assertError(error, WorkflowExecutionError);
      assertError(error.cause, WorkflowExecutionError);
      assertError(error.cause.cause, BulkheadFullError, "'f'", "'api'", 'maxConcurrent 1', 'Raise');
      assert.equal((await executeRuntimeWithRunId(runtime, wanting)).status, 'completed');
      assert.deepEqual(runtime.getBulkheads(), [{ name: 'api', maxConcurrent: 1, underWay: 0, queued: 0 }]);
    });

    test('test_a_stream_that_is_left_gives_its_place_back', async () => {
      const runtime = new Runtime();
      for await (const event of runtime.stream(holding)) if (event.type === 'nodeStarted') break;
      for await (const event of runtime.stream(holding)) if ('parent' in event) break;
      assert.equal(runtime.getBulkheads()[0]?.underWay, 0);
    });

    test('test_failures_refusals_and_retries_give_places_back', async () => {
      const runtime = new Runtime({ onError: 'continue', bulkhead: one, retry: { maxAttempts: 3 } });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', fails(new Error('no')))
        .addNode('FunctionNode', 'b', gives(1))
        .addConnection('a', 'x', 'b', 'x')
        .build();
      const { results } = await executeRuntimeWithRunId(runtime, workflow);
      assert.deepEqual(results.b, { result: 1 });
      assert.equal(runtime.getBulkheads()[0]?.underWay, 0);
    });

    test('test_the_runtimes_bulkhead_lets_a_sub_workflow_and_its_nodes_pass', async () => {
      const runtime = new Runtime({ bulkhead: one });
      const nested = new WorkflowBuilder().addNode('WorkflowNode', 'w', { workflow: inner }).build();
      assert.equal((await executeRuntimeWithRunId(runtime, nested)).status, 'completed');
    });

    test('test_one_for_each_type_of_node_unless_named', async () => {
      const runtime = new Runtime({ bulkhead: { maxConcurrent: 2 } });
      await executeRuntimeWithRunId(runtime, inner);
      assert.deepEqual(
        runtime.getBulkheads().map(({ name }) => name),
        ['FunctionNode'],
      );
    });

    const bad: readonly [bulkhead: unknown, says: string][] = [
      [{ maxConcurrent: 0 }, 'from 1'],
      [{ maxConcurrent: 1, maxQueue: -1 }, 'from 0'],
      [{ maxConcurrent: 1, queueTimeoutMs: 0 }, 'greater than 0'],
      [{ max: 1 }, 'maxConcurrent'],
    ];
    for (const [bulkhead, says] of bad) {
      test(`test_a_bad_policy_${JSON.stringify(bulkhead)}`, async () => {
        const error = await thrownBy(() => Reflect.construct(Runtime, [{ bulkhead }]));
        assertError(error, InvalidOptionError, 'bulkhead', says);
      });
    }
  });
});
