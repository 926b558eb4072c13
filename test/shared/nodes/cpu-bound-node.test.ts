import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { CodeThrownError, CodeTimeoutError, WorkflowBuilder } from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { failingRun } from '../runtime/still-works.ts';
import { StockError } from './async-only-nodes.ts';
import { causeOf } from './cause-of.ts';
import { breaking, counting, repeating } from './cpu-bound-nodes.ts';

const values: readonly [name: string, value: unknown][] = [
  ['undefined', undefined],
  ['nested_data', { list: [1, null, { a: 'é' }], big: 10n, not: Number.NaN }],
  ['dates_maps_and_bytes', [new Date(0), new Map([['k', new Set([1])]]), new Uint8Array([1, 2])]],
];

describe('TestSharedCpuBoundNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, value] of values) {
      test(`test_cpu_bound_node_takes_and_gives_${name}`, async () => {
        const workflow = new WorkflowBuilder().addNode(repeating, 'n', { value }).build();
        const { n } = await executeRuntime(new Runtime(), workflow);
        assert.deepEqual(n?.value, value);
      });
    }

    test('test_cpu_bound_node_sees_its_config_and_context', async () => {
      const workflow = new WorkflowBuilder().addNode(counting, 'n', { to: 10, step: 3 }).build();
      const { n } = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual({ ...n }, { sum: 18, step: 3, nodeId: 'n', attempt: 1 });
    });

    test('test_cpu_bound_nodes_with_different_configs_stay_apart', async () => {
      const workflow = new WorkflowBuilder()
        .addNode(counting, 'ones', { to: 4, step: 1 })
        .addNode(counting, 'twos', { to: 4, step: 2 })
        .addNode(counting, 'again', { step: 1 })
        .addConnection('twos', 'sum', 'again', 'to')
        .build();
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual([results.ones?.sum, results.twos?.sum, results.again?.sum], [6, 2, 1]);
    });

    test('test_cpu_bound_node_fails_with_errors_of_every_kind', async () => {
      const failure = async (how: string): Promise<unknown> => {
        const workflow = new WorkflowBuilder().addNode(breaking, 'n', { how }).build();
        return causeOf(await failingRun(new Runtime(), workflow));
      };
      const own = await failure('own');
      assertError(own, StockError, '3 are missing');
      assertError(own.cause, RangeError, 'shelf 7');
      assertError(await failure('standard'), TypeError, 'wrong kind');
      assert.equal(await failure('text'), 'just text');
    });

    test('test_cpu_bound_code_gives_the_same', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('CodeNode', 'n', { code: 'result = { sum: a + b }', cpuBound: true, inputs: { a: 1, b: 2 } })
        .build();
      assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).n }, { sum: 3 });
    });

    test('test_cpu_bound_code_fails_with_the_same', async () => {
      const failure = async (code: string, timeoutMs: number): Promise<unknown> => {
        const config = { code, cpuBound: true, timeoutMs };
        const workflow = new WorkflowBuilder().addNode('AsyncCodeNode', 'n', config).build();
        return causeOf(await failingRun(new Runtime(), workflow));
      };
      assertError(await failure("throw new Error('no')", 5_000), CodeThrownError, 'no');
      assertError(await failure('for (;;);', 30), CodeTimeoutError, '30');
    });
  });
});
