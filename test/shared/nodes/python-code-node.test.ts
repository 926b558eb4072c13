import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CodeOutputTooLargeError,
  CodeTimeoutError,
  PythonAccessError,
  PythonThrownError,
  UnclonableValueError,
  type Workflow,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { failingRun } from '../runtime/still-works.ts';
import { causeOf } from './cause-of.ts';

const types = ['PythonCodeNode', 'AsyncPythonCodeNode'] as const;

const workflowOf = (code: string, config: object = {}, type: (typeof types)[number] = types[0]): Workflow =>
  new WorkflowBuilder().addNode(type, 'n', { code, ...config }).build() as Workflow;

/** The code strings of the strategy, as they are written there. */
const strategy: readonly [code: string, output: unknown][] = [
  ["result = {'executed': True, 'branch': 'true'}", { executed: true, branch: 'true' }],
  ["result = {'path': 'premium_us'}", { path: 'premium_us' }],
  ["result = {'processed': True, 'priority': 'high'}", { processed: true, priority: 'high' }],
  ["result = {'finalized': True}", { finalized: true }],
  ["result = {'sum': 10 + 20, 'product': 10 * 20}", { sum: 30, product: 200 }],
  ["result = {'category': 'high'}", { category: 'high' }],
];

const given: readonly [name: string, code: string, result: unknown][] = [
  ['nothing', 'x = 1', undefined],
  ['none', 'result = None', null],
  ['truth', 'result = [True, False]', [true, false]],
  ['a_large_whole_number', 'result = [2**53 - 1, 2**53, -(10**30)]', [2 ** 53 - 1, 2n ** 53n, -(10n ** 30n)]],
  ['numbers', "result = [1.5, 2.0, float('inf'), -0.0]", [1.5, 2, Number.POSITIVE_INFINITY, -0]],
  ['no_number', "result = [float('nan')]", [Number.NaN]],
  ['text', "result = 'é🙂\\x00'", 'é🙂\u0000'],
  ['bytes', "result = b'a\\xff'", new Uint8Array([97, 255])],
  ['a_tuple', 'result = (1, (2, 3))', [1, [2, 3]]],
  ['a_set', 'result = {1}', new Set([1])],
  [
    'other_keys',
    "result = {1: 'a', 'b': None}",
    new Map<unknown, unknown>([
      [1, 'a'],
      ['b', null],
    ]),
  ],
  ['a_moment', 'import datetime\nresult = datetime.datetime(1970, 1, 2)', new Date(86_400_000)],
];

const inputs = {
  text: 'é',
  number: 1.5,
  whole: 3,
  big: 2n ** 60n,
  nothing: null,
  missing: undefined,
  list: [1, { a: [true] }],
  bytes: new Uint8Array([1, 255]),
  map: new Map([[1, 'one']]),
  set: new Set([1]),
  moment: new Date(0),
  special: { $: ['bigint', '1'] },
};

describe('TestSharedPythonCodeNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const outputOf = async (workflow: Workflow): Promise<unknown> => ({
      ...(await executeRuntime(new Runtime(), workflow)).n,
    });
    const failureOf = async (workflow: Workflow): Promise<unknown> =>
      causeOf(await failingRun(new Runtime(), workflow));

    test('test_python_runs_the_code_of_the_strategy_as_it_is_written', async () => {
      for (const type of types) {
        for (const [code, output] of strategy) {
          assert.deepEqual(await outputOf(workflowOf(code, {}, type)), output, code);
        }
      }
    });

    for (const [name, code, result] of given) {
      test(`test_python_gives_${name}`, async () => {
        assert.deepEqual(await outputOf(workflowOf(code)), { result });
      });
    }

    test('test_python_gives_nested_data_as_its_output', async () => {
      const code = "result = {'a': {'b': [{'c': (1, None)}]}, '$': 1}";
      assert.deepEqual(await outputOf(workflowOf(code)), { a: { b: [{ c: [1, null] }] }, $: 1 });
    });

    test('test_python_takes_every_input_as_a_variable', async () => {
      const code = `result = [text, number, whole, big, nothing, missing, list, bytes, map, set, moment.year, special,
        sorted(inputs) == sorted(inputs.keys()), type(whole).__name__, type(bytes).__name__]`;
      assert.deepEqual(await outputOf(workflowOf(code, { inputs })), {
        result: [
          ...['é', 1.5, 3, 2n ** 60n, null, null, inputs.list, inputs.bytes, inputs.map, inputs.set],
          ...[1970, inputs.special, true, 'int', 'bytes'],
        ],
      });
    });

    test('test_python_in_a_chain_with_javascript', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('CodeNode', 'js', { code: 'result = { list: [3, 1, 2] }' })
        .addNode('PythonCodeNode', 'n', { code: "result = {'sorted': sorted(list, reverse=True)}" })
        .addConnection('js', 'list', 'n', 'list')
        .build() as Workflow;
      assert.deepEqual(await outputOf(workflow), { sorted: [3, 2, 1] });
    });

    test('test_python_exception_with_the_lines_of_the_code_alone', async () => {
      const error = await failureOf(workflowOf("def f(n):\n    raise ValueError('Test error')\nf(1)"));
      assertError(error, PythonThrownError);
      assert.equal(error.message, 'ValueError: Test error');
      assert.equal(error.thrownName, 'ValueError');
      assert.deepEqual(error.traceback, ['line 3, in <module>', 'line 2, in f']);
    });

    test('test_python_that_is_no_python', async () => {
      const error = await failureOf(workflowOf('x = 1\nresult = ('));
      assertError(error, PythonThrownError, 'SyntaxError', 'was never closed');
      assert.deepEqual(error.traceback, ['line 2']);
    });

    test('test_python_keeps_nothing_from_one_call_to_the_next', async () => {
      await outputOf(workflowOf('import math, builtins\nmath.pi = 3\nbuiltins.leak = 1\nleaked = 1'));
      const code =
        "import math, builtins\nresult = [math.pi > 3.1, hasattr(builtins, 'leak'), 'leaked' in globals()]";
      assert.deepEqual(await outputOf(workflowOf(code)), { result: [true, false, false] });
    });

    test('test_python_result_that_cannot_be_copied', async () => {
      const error = await failureOf(workflowOf("result = {'a': [1, print]}"));
      assertError(error, UnclonableValueError, 'result.a[1]', 'builtin_function_or_method');
    });

    test('test_python_result_that_is_too_large', async () => {
      const error = await failureOf(workflowOf("result = 'x' * 1000", { maxOutputBytes: 100 }));
      assertError(error, CodeOutputTooLargeError, '100');
    });

    test('test_python_is_ended_at_its_time_limit_while_it_loops', async () => {
      const error = await failureOf(workflowOf('while True: pass', { timeoutMs: 100 }));
      assertError(error, CodeTimeoutError, '100 ms');
      assert.deepEqual(await outputOf(workflowOf('result = 7')), { result: 7 });
    });

    test('test_python_that_reaches_out_is_ended', async () => {
      const error = await failureOf(workflowOf('import os\nos._exit(0)'));
      assertError(error, PythonAccessError, 'proc_exit');
      assert.deepEqual(await outputOf(workflowOf('result = 7')), { result: 7 });
    });
  });
});
