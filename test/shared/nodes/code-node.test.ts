import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CodeThrownError,
  NodeReportedFailureError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { failingRun } from '../runtime/still-works.ts';

const code = (text: string, inputs: Readonly<Record<string, unknown>> = {}) =>
  new WorkflowBuilder().addNode('CodeNode', 'code', { code: text, inputs }).build();

const rows: readonly [
  name: string,
  text: string,
  inputs: Readonly<Record<string, unknown>>,
  output: unknown,
][] = [
  ['plain_object', 'result = { a: 1 }', {}, { a: 1 }],
  ['number', 'result = 1 + 1', {}, { result: 2 }],
  ['null', 'result = null', {}, { result: null }],
  ['list', 'result = [1, [2]]', {}, { result: [1, [2]] }],
  ['result_never_set', 'const x = 1', {}, { result: undefined }],
  ['inputs_as_variables', 'result = { sum: a + b }', { a: 1, b: 2 }, { sum: 3 }],
  ['inputs_as_one_object', 'result = { names: Object.keys(inputs) }', { a: 1, b: 2 }, { names: ['a', 'b'] }],
  ['nested_values', 'result = { x: deep.list[1].n }', { deep: { list: [0, { n: 5 }] } }, { x: 5 }],
  ['unicode', 'result = { text: text + "é€😀" }', { text: 'ß\u2028' }, { text: 'ß\u2028é€😀' }],
  [
    'loops_and_functions',
    'let s = 0; for (const n of list) s += n; result = { s }',
    { list: [1, 2, 3] },
    { s: 6 },
  ],
  ['comment_at_the_end', 'result = 1 // done', {}, { result: 1 }],
  [
    'special_numbers',
    'result = { list: [NaN, Infinity, -0] }',
    {},
    { list: [Number.NaN, Number.POSITIVE_INFINITY, -0] },
  ],
  ['an_input_that_is_no_identifier', 'result = inputs["not-a-name"]', { 'not-a-name': 4 }, { result: 4 }],
  ['an_input_that_is_a_keyword', 'result = inputs.class', { class: 4 }, { result: 4 }],
];

describe('TestSharedCodeNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, text, inputs, output] of rows) {
      test(`test_code_${name}`, async () => {
        const results = await executeRuntime(new Runtime(), code(text, inputs));
        assert.deepEqual({ ...results.code }, output);
      });
    }

    test('test_code_error_keeps_its_name_and_message', async () => {
      const error = await failingRun(new Runtime(), code("throw new TypeError('wrong kind')"));
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'wrong kind');
      assertError(error.cause, CodeThrownError);
      assert.deepEqual([error.cause.message, error.cause.thrownName], ['wrong kind', 'TypeError']);
    });

    test('test_code_that_reports_failure', async () => {
      const error = await failingRun(new Runtime(), code("result = { success: false, error: 'sold out' }"));
      assertError(error, WorkflowExecutionError, 'sold out');
      assertError(error.cause, NodeReportedFailureError, "'code'");
    });

    test('test_code_chain', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('CodeNode', 'one', { code: 'result = { list: [1, 2, 3] }' })
        .addNode('CodeNode', 'two', { code: 'result = list.map((n) => n * factor)' })
        .addConnection('one', 'list', 'two', 'list')
        .build();
      const results = await executeRuntime(new Runtime(), workflow, { parameters: { factor: 10 } });
      assert.deepEqual({ ...results.two }, { result: [10, 20, 30] });
    });
  });
});
