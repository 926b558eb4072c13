import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  type MergeConfig,
  MergeInputError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { gives } from '../runtime/sample-nodes.ts';
import { failingRun } from '../runtime/still-works.ts';

const merge = (config: MergeConfig, ...values: readonly unknown[]) => {
  const builder: WorkflowBuilder = new WorkflowBuilder();
  builder.addNode('MergeNode', 'merge', config);
  for (const [index, value] of values.entries()) {
    builder.addNode('FunctionNode', `n${index}`, gives({ value }));
    builder.addConnection(`n${index}`, 'value', 'merge', `input${index}`);
  }
  return builder.build();
};

const rows: readonly [name: string, config: MergeConfig, values: readonly unknown[], merged: unknown][] = [
  ['concat_joins_lists_and_appends_other_values', {}, [[1, 2], 3, ['4'], { a: 5 }], [1, 2, 3, '4', { a: 5 }]],
  ['concat_joins_one_level_only', {}, [[[1], [2]], [[3]]], [[1], [2], [3]]],
  ['concat_keeps_null', {}, [[1], null], [1, null]],
  ['concat_skips_null', { skipNull: true }, [[1], null, undefined, 2], [1, 2]],
  ['concat_of_nothing', {}, [], []],
  [
    'zip_is_as_long_as_the_shortest',
    { mergeType: 'zip' },
    [
      [1, 2, 3],
      ['a', 'b'],
    ],
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  ['zip_takes_a_value_as_a_list_of_one', { mergeType: 'zip' }, [[1, 2], 'x'], [[1, 'x']]],
  ['zip_of_nothing', { mergeType: 'zip' }, [], []],
  ['merge_dict_later_entries_win', { mergeType: 'mergeDict' }, [{ a: 1, b: 1 }, { b: 2 }], { a: 1, b: 2 }],
  ['merge_dict_passes_over_null', { mergeType: 'mergeDict' }, [{ a: 1 }, null, undefined], { a: 1 }],
  ['merge_dict_of_nothing', { mergeType: 'mergeDict' }, [], {}],
  [
    'merge_dict_by_key',
    { mergeType: 'mergeDict', key: 'id' },
    [
      [
        { id: 1, a: 1 },
        { id: 2, a: 2 },
      ],
      [
        { id: 3, b: 3 },
        { id: 1, b: 1 },
      ],
    ],
    [
      { id: 1, a: 1, b: 1 },
      { id: 2, a: 2 },
      { id: 3, b: 3 },
    ],
  ],
  [
    'merge_dict_by_key_passes_over_null',
    { mergeType: 'mergeDict', key: 'id' },
    [null, [{ id: 1 }]],
    [{ id: 1 }],
  ],
];

describe('TestSharedMergeNode', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    for (const [name, config, values, merged] of rows) {
      test(`test_${name}`, async () => {
        const results = await executeRuntime(new Runtime(), merge(config, ...values));
        assert.deepEqual({ ...results.merge }, { merged });
      });
    }

    test('test_inputs_come_in_the_order_of_connections_then_of_parameters', async () => {
      const builder: WorkflowBuilder = new WorkflowBuilder();
      for (const id of ['a', 'b']) builder.addNode('FunctionNode', id, gives({ value: id }));
      builder.addNode('MergeNode', 'merge');
      builder.addConnection('b', 'value', 'merge', 'zz').addConnection('a', 'value', 'merge', 'aa');
      const parameters = { merge: { q: 'first', p: 'second' } };
      const results = await executeRuntime(new Runtime(), builder.build(), { parameters });
      assert.deepEqual(results.merge?.merged, ['b', 'a', 'first', 'second']);
    });

    test('test_conditional_inputs_from_skipped_nodes_are_left_out', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', { value: 1 })
        .addNode('FunctionNode', 'yes', gives('yes'))
        .addNode('FunctionNode', 'no', gives('no'))
        .addNode('MergeNode', 'merge')
        .addConnection('switch', 'trueOutput', 'yes', 'x')
        .addConnection('switch', 'falseOutput', 'no', 'x')
        .addConnection('no', 'result', 'merge', 'no')
        .addConnection('yes', 'result', 'merge', 'yes')
        .build();
      const parameters = { switch: { input: 1 } };
      const skipping = new Runtime({ conditionalExecution: 'skip_branches' });
      assert.deepEqual((await executeRuntime(skipping, workflow, { parameters })).merge?.merged, ['yes']);
      assert.deepEqual((await executeRuntime(new Runtime(), workflow, { parameters })).merge?.merged, [
        'no',
        'yes',
      ]);
    });

    const refused: readonly [
      name: string,
      config: MergeConfig,
      values: readonly unknown[],
      ...says: string[],
    ][] = [
      ['merge_dict_of_a_list', { mergeType: 'mergeDict' }, [[1]], "'input0'", 'plain objects'],
      [
        'merge_by_key_without_the_key',
        { mergeType: 'mergeDict', key: 'id' },
        [[{ a: 1 }]],
        "'input0'",
        "'id'",
      ],
    ];
    for (const [name, config, values, ...says] of refused) {
      test(`test_refused_${name}`, async () => {
        const error = await failingRun(new Runtime(), merge(config, ...values));
        assertError(error, WorkflowExecutionError, "Node 'merge' failed");
        assertError(error.cause, MergeInputError, "'merge'", ...says);
      });
    }
  });
});
