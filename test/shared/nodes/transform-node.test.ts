import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { InvalidConfigError, TransformError, WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { assertStillWorks, failingRun } from '../runtime/still-works.ts';
import { causeOf } from './cause-of.ts';

type Inputs = Readonly<Record<string, unknown>>;

const transform = (expression: string, inputs: Inputs = {}) =>
  new WorkflowBuilder().addNode('TransformNode', 't', { expression, inputs }).build();

const users = [
  { name: 'Bo', age: 17 },
  { name: 'Ada', age: 36 },
];
const circular: { self?: unknown } = {};
circular.self = circular;

const rows: readonly [name: string, expression: string, inputs: Inputs, result: unknown][] = [
  ['field', 'user.name', { user: { name: 'Ada' } }, 'Ada'],
  ['missing_field_is_null', 'user.email', { user: {} }, null],
  ['filter_and_projection', 'users[?age >= `18`].name', { users }, ['Ada']],
  ['object', '{ names: users[].name, count: length(users) }', { users }, { names: ['Bo', 'Ada'], count: 2 }],
  ['arithmetic', 'a + b * `2`', { a: 1, b: 2 }, 5],
  ['all_inputs', '@', { a: [1], b: undefined }, { a: [1], b: null }],
  ['an_entry_named_success_is_data', '{ success: `false` }', {}, { success: false }],
  [
    'prototypes_are_no_data',
    '[constructor, user.toString, user.__proto__]',
    { user: {} },
    [null, null, null],
  ],
  ['an_entry_named_proto', '@', JSON.parse('{"a":{"__proto__":1}}'), JSON.parse('{"a":{"__proto__":1}}')],
];

const refused: readonly [name: string, expression: string, inputs: Inputs, ...says: string[]][] = [
  ['wrong_kind', 'sum(a)', { a: 'text' }, 'sum(a)', 'Change the expression or the inputs'],
  ['unknown_function', 'nope(a)', { a: 1 }, 'nope'],
  ['a_function', '@', { a: { f: () => 1 } }, 'inputs.a.f', 'only JSON values'],
  ['a_map', '@', { a: new Map() }, 'inputs.a', 'only JSON values'],
  ['a_circle', '@', { circular }, 'inputs.circular.self', 'contains itself'],
];

describe('TestSharedTransformNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, expression, inputs, result] of rows) {
      test(`test_${name}`, async () => {
        const results = await executeRuntime(new Runtime(), transform(expression, inputs));
        assert.deepEqual({ ...results.t }, { result });
      });
    }

    test('test_inputs_come_from_edges_and_parameters', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('CodeNode', 'source', { code: 'result = { list: [3, 1, 2] }' })
        .addNode('TransformNode', 't', { expression: 'sort(list)[?@ >= $.n]' })
        .addConnection('source', 'list', 't', 'list')
        .build();
      const results = await executeRuntime(new Runtime(), workflow, { parameters: { n: 2 } });
      assert.deepEqual({ ...results.t }, { result: [2, 3] });
    });

    for (const [name, expression, inputs, ...says] of refused) {
      test(`test_refused_${name}`, async () => {
        const error = await failingRun(new Runtime(), transform(expression, inputs));
        assertError(causeOf(error), TransformError, "'t'", ...says);
      });
    }

    for (const [name, expression] of [
      ['nothing', ''],
      ['half_an_expression', 'a['],
      ['parentheses_without_end', '('.repeat(50_000)],
    ] as const) {
      test(`test_refused_when_built_${name}`, async () => {
        const error = await thrownBy(() => transform(expression));
        assertError(error, InvalidConfigError, "'t' (TransformNode)", "'expression'");
        await assertStillWorks(new Runtime());
      });
    }
  });
});
