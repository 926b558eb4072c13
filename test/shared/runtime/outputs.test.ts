import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { NodeReportedFailureError, WorkflowBuilder, WorkflowExecutionError } from '../../../src/index.ts';
import { assertError } from './assert-error.ts';
import { executeRuntime } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { gives } from './sample-nodes.ts';
import { failingRun } from './still-works.ts';

class Money {
  readonly amount = 3;
}
const money = new Money();
const map = new Map([['a', 1]]);
const date = new Date(0);

describe('TestSharedOutputs', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const rows: readonly [name: string, value: unknown, output: unknown][] = [
      ['plain_object', { a: 1 }, { a: 1 }],
      ['empty_object', {}, {}],
      ['object_without_prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
      ['number', 7, { result: 7 }],
      ['text', 'x', { result: 'x' }],
      ['null', null, { result: null }],
      ['undefined', undefined, { result: undefined }],
      ['false', false, { result: false }],
      ['list', [1, 2], { result: [1, 2] }],
      ['class_instance', money, { result: money }],
      ['map', map, { result: map }],
      ['date', date, { result: date }],
      ['bigint', 2n ** 70n, { result: 2n ** 70n }],
      ['success_that_is_not_exactly_false', { success: 0 }, { success: 0 }],
      ['success_true', { success: true }, { success: true }],
    ];
    for (const [name, value, output] of rows) {
      test(`test_output_of_a_${name}`, async () => {
        const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(value)).build();
        assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).f }, output);
      });
    }

    test('test_identity_of_a_value_is_kept', async () => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(map)).build();
      assert.equal((await executeRuntime(new Runtime(), workflow)).f?.result, map);
    });

    test('test_success_false_is_a_failure', async () => {
      const output = { success: false, error: 'out of stock' };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'order', gives(output)).build();
      const error = await failingRun(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError, "Node 'order' failed", 'out of stock');
      assertError(error.cause, NodeReportedFailureError, "'order'", 'out of stock');
      assert.deepEqual({ ...error.cause.output }, output);
    });

    test('test_success_false_passes_without_content_aware_success', async () => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', gives({ success: false })).build();
      const results = await executeRuntime(new Runtime({ contentAwareSuccess: false }), workflow);
      assert.deepEqual({ ...results.f }, { success: false });
    });

    test('test_inputs_and_config_never_leak_into_outputs', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('CodeNode', 'c', { code: 'result = { n: x + 1 }; const hidden = 3;', inputs: { x: 1 } })
        .build();
      assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).c }, { n: 2 });
    });
  });
});
