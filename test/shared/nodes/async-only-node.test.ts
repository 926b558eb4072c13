import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { NodeTimeoutError, WorkflowBuilder } from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { failingRun } from '../runtime/still-works.ts';
import { endless, failing, later, StockError, telling } from './async-only-nodes.ts';
import { causeOf } from './cause-of.ts';

const values: readonly [name: string, value: unknown][] = [
  ['undefined', undefined],
  ['nested_data', { list: [1, null, { a: 'é' }], big: 10n, not: Number.NaN }],
  ['dates_maps_and_bytes', [new Date(0), new Map([['k', new Set([1])]]), new Uint8Array([1, 2])]],
  ['a_regular_expression', /a+/gi],
];

describe('TestSharedAsyncOnlyNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, value] of values) {
      test(`test_async_only_node_takes_and_gives_${name}`, async () => {
        const workflow = new WorkflowBuilder().addNode(later, 'n', { value }).build();
        assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).n }, { value });
      });
    }

    test('test_async_only_node_sees_its_config_and_context', async () => {
      const workflow = new WorkflowBuilder().addNode(telling, 'n', { factor: 4 }).build();
      const results = await executeRuntime(new Runtime(), workflow);
      const context = { nodeId: 'n', attempt: 1, iteration: undefined, parameters: undefined };
      assert.deepEqual({ ...results.n }, { factor: 8, ...context });
    });

    test('test_async_only_nodes_in_a_chain_with_others', async () => {
      const workflow = new WorkflowBuilder()
        .addNode(later, 'a', { value: [3, 1, 2] })
        .addNode('TransformNode', 'sorted', { expression: 'sort(list)' })
        .addNode(later, 'b')
        .addConnection('a', 'value', 'sorted', 'list')
        .addConnection('sorted', 'result', 'b', 'value')
        .build();
      assert.deepEqual((await executeRuntime(new Runtime(), workflow)).b?.value, [1, 2, 3]);
    });

    test('test_async_only_node_fails_with_an_error_of_its_own', async () => {
      const workflow = new WorkflowBuilder().addNode(failing, 'n', { how: 'own' }).build();
      const cause = causeOf(await failingRun(new Runtime(), workflow));
      assertError(cause, StockError, '3 are missing');
      assert.equal(cause.missing, 3);
      assertError(cause.cause, RangeError, 'shelf 7');
    });

    test('test_async_only_node_fails_with_a_standard_error', async () => {
      const workflow = new WorkflowBuilder().addNode(failing, 'n', { how: 'standard' }).build();
      assertError(causeOf(await failingRun(new Runtime(), workflow)), TypeError, 'wrong kind');
    });

    test('test_async_only_node_throws_what_is_no_error', async () => {
      const workflow = new WorkflowBuilder().addNode(failing, 'n', { how: 'text' }).build();
      assert.equal(causeOf(await failingRun(new Runtime(), workflow)), 'just text');
    });

    test('test_async_only_node_that_never_answers_is_ended_at_its_time_limit', async () => {
      const workflow = new WorkflowBuilder().addNode(endless, 'n', { timeoutMs: 30 }).build();
      const cause = causeOf(await failingRun(new Runtime(), workflow));
      assertError(cause, NodeTimeoutError, "'n'", 'timeoutMs of 30');
    });
  });
});
