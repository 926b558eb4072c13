import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { SwitchDataError, WorkflowBuilder, WorkflowExecutionError } from '../../../src/index.ts';
import type { Operator } from '../../../types/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime, executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { echo, gives } from '../runtime/sample-nodes.ts';
import { failingRun } from '../runtime/still-works.ts';

/** What a comparison gives for `checked <operator> value`. */
type Comparison = readonly [checked: unknown, operator: Operator, value: unknown, expected: boolean];

const day = (n: number): Date => new Date(Date.UTC(2024, 0, n));

const comparisons: readonly Comparison[] = [
  [1, '==', 1, true],
  [1, '==', '1', false],
  [null, '==', undefined, true],
  [{ a: [1, { b: 2 }] }, '==', { a: [1, { b: 2 }] }, true],
  [{ a: 1, b: 2 }, '==', { b: 2, a: 1 }, true],
  [[1, 2], '==', [2, 1], false],
  [Number.NaN, '==', Number.NaN, true],
  [day(1), '==', day(1), true],
  [1, '!=', 2, true],
  [{ a: 1 }, '!=', { a: 1 }, false],
  [2, '>', 1, true],
  [1, '>', 1, false],
  [1, '>=', 1, true],
  [1, '<', 2, true],
  [2, '<=', 1, false],
  [2n, '>', 1n, true],
  ['b', '>', 'a', true],
  [day(2), '>', day(1), true],
  ['2', '>', 1, false],
  [2, '>', '1', false],
  [null, '>=', 0, false],
  [null, '<=', 0, false],
  [true, '>', false, false],
  [[2], '>', [1], false],
  ['a', 'in', ['a', 'b'], true],
  [{ id: 1 }, 'in', [{ id: 1 }], true],
  ['c', 'in', ['a', 'b'], false],
  ['ell', 'in', 'hello', true],
  [['a', 'b'], 'contains', 'a', true],
  [[{ id: 1 }], 'contains', { id: 1 }, true],
  ['hello', 'contains', 'ell', true],
  [7, 'contains', 7, false],
  [null, 'is_null', undefined, true],
  [undefined, 'is_null', undefined, true],
  [0, 'is_null', undefined, false],
  [0, 'is_not_null', undefined, true],
  [null, 'is_not_null', undefined, false],
];

const text = (value: unknown): string =>
  typeof value === 'bigint'
    ? `${value}n`
    : value instanceof Date
      ? value.toISOString()
      : (JSON.stringify(value) ?? 'undefined');

describe('TestSharedConditionalSwitchNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [checked, operator, value, expected] of comparisons) {
      test(`test_conditional_${text(checked)}_${operator}_${text(value)}`, async () => {
        const workflow = new WorkflowBuilder()
          .addNode('SwitchNode', 's', { conditionField: 'f', operator, value })
          .build();
        const data = { f: checked };
        const results = await executeRuntime(new Runtime(), workflow, { parameters: { s: { input: data } } });
        assert.deepEqual(
          { ...results.s },
          {
            trueOutput: expected ? data : null,
            falseOutput: expected ? null : data,
            conditionResult: expected,
          },
        );
      });
    }

    const sources: readonly [name: string, parameters: Readonly<Record<string, unknown>>, data: unknown][] = [
      ['input', { input: { n: 1 }, data: { n: 2 } }, { n: 1 }],
      ['data', { data: { n: 1 }, inputData: { n: 2 } }, { n: 1 }],
      ['inputData', { inputData: { n: 1 }, items: { n: 2 } }, { n: 1 }],
      ['items', { items: { n: 1 } }, { n: 1 }],
      ['the_node_parameters', { n: 1, other: 2 }, { n: 1, other: 2 }],
    ];
    for (const [name, parameters, data] of sources) {
      test(`test_conditional_data_from_${name}`, async () => {
        const workflow = new WorkflowBuilder()
          .addNode('SwitchNode', 's', { conditionField: 'n', value: 1 })
          .build();
        const results = await executeRuntime(new Runtime(), workflow, { parameters: { s: parameters } });
        assert.deepEqual(results.s?.trueOutput, data);
      });
    }

    test('test_conditional_connection_wins_over_the_node_parameters', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'source', gives({ n: 1 }))
        .addNode('SwitchNode', 's', { conditionField: 'n', value: 1 })
        .addConnection('source', 'result', 's', 'input')
        .build();
      const results = await executeRuntime(new Runtime(), workflow, { parameters: { s: { n: 2 } } });
      assert.equal(results.s?.conditionResult, true);
    });

    const fields: readonly [name: string, field: string | undefined, data: unknown, checked: unknown][] = [
      ['a_dotted_path', 'a.b.1', { a: { b: [1, 2] } }, 2],
      ['a_missing_entry_counts_as_null', 'x', { a: 1 }, null],
      ['no_field_checks_the_data_itself', undefined, 'whole', 'whole'],
      ['data_that_is_no_object_is_checked_itself', 'length', [1, 2], [1, 2]],
    ];
    for (const [name, conditionField, data, checked] of fields) {
      test(`test_conditional_field_${name}`, async () => {
        const config = conditionField === undefined ? { value: checked } : { conditionField, value: checked };
        const workflow = new WorkflowBuilder().addNode('SwitchNode', 's', config).build();
        const results = await executeRuntime(new Runtime(), workflow, { parameters: { s: { input: data } } });
        assert.equal(results.s?.conditionResult, true);
      });
    }

    test('test_conditional_switch_without_data_is_an_error', async () => {
      const workflow = new WorkflowBuilder().addNode('SwitchNode', 's', { value: 1 }).build();
      for (const parameters of [{}, { s: {} }]) {
        const error = await failingRun(new Runtime(), workflow, { parameters });
        assertError(error, WorkflowExecutionError, "Node 's' failed");
        assertError(error.cause, SwitchDataError, "'s'", "'input'", 'parameters');
      }
    });

    const multi = () =>
      new WorkflowBuilder()
        .addNode('SwitchNode', 's', { conditionField: 'status', cases: ['new', 'on hold', 3, true] })
        .addNode('FunctionNode', 'isNew', echo)
        .addNode('FunctionNode', 'onHold', echo)
        .addNode('FunctionNode', 'three', echo)
        .addNode('FunctionNode', 'yes', echo)
        .addNode('FunctionNode', 'other', echo)
        .addNode('FunctionNode', 'always', echo)
        .addConnection('s', 'case_new', 'isNew', 'x')
        .addConnection('s', 'case_on_hold', 'onHold', 'x')
        .addConnection('s', 'case_3', 'three', 'x')
        .addConnection('s', 'case_true', 'yes', 'x')
        .addConnection('s', 'default', 'other', 'x')
        .addConnection('s', 'conditionResult', 'always', 'x')
        .build();

    const cases: readonly [status: unknown, branch: string, conditionResult: unknown][] = [
      ['new', 'isNew', 'new'],
      ['on hold', 'onHold', 'on hold'],
      [3, 'three', 3],
      [true, 'yes', true],
      ['3', 'other', null],
      ['unheard of', 'other', null],
    ];
    for (const [status, branch, conditionResult] of cases) {
      test(`test_conditional_case_${JSON.stringify(status)}`, async () => {
        const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
        const { results } = await executeRuntimeWithRunId(runtime, multi(), {
          parameters: { s: { status } },
        });
        assert.deepEqual(Object.keys(results), ['s', branch, 'always']);
        assert.deepEqual(results.always?.got, { x: conditionResult });
        const delivered = Object.values({ ...results.s }).filter(
          (value) => typeof value === 'object' && value !== null,
        );
        assert.deepEqual(delivered, [{ status }]);
      });
    }

    test('test_conditional_first_case_that_holds_wins', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 's', { conditionField: 'n', operator: '<', cases: [5, 10, 20] })
        .build();
      const results = await executeRuntime(new Runtime(), workflow, { parameters: { s: { n: 7 } } });
      assert.equal(results.s?.conditionResult, 10);
    });

    test('test_conditional_case_false_is_a_case', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 's', { conditionField: 'f', cases: [false, 0, ''] })
        .addNode('FunctionNode', 'no', echo)
        .addNode('FunctionNode', 'other', echo)
        .addConnection('s', 'case_false', 'no', 'x')
        .addConnection('s', 'default', 'other', 'x')
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const { skipped } = await executeRuntimeWithRunId(runtime, workflow, {
        parameters: { s: { f: false } },
      });
      assert.deepEqual(skipped, ['other']);
    });

    test('test_conditional_route_data_gives_null_to_inactive_cases', async () => {
      const { results } = await executeRuntimeWithRunId(new Runtime(), multi(), {
        parameters: { s: { status: 'new' } },
      });
      assert.deepEqual(results.isNew?.got, { x: { status: 'new' } });
      for (const id of ['onHold', 'three', 'yes', 'other'] as const)
        assert.deepEqual(results[id]?.got, { x: null });
    });
  });
});
