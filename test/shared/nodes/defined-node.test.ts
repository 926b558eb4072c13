import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  createRegistry,
  defineNode,
  InvalidConfigError,
  InvalidOptionError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { assertStillWorks } from '../runtime/still-works.ts';
import { unhandledDuring } from '../runtime/unhandled-during.ts';

const shout = defineNode({
  type: 'Shout',
  inputs: { text: { required: true }, mark: {} },
  outputs: ['text'],
  run: ({ text, mark = '!' }) => ({ text: `${String(text).toUpperCase()}${String(mark)}` }),
});

const colours = defineNode({
  type: 'Colours',
  inputs: {},
  outputs: ['colour'],
  run: { sync: () => ({ colour: 'sync' }), async: async () => ({ colour: 'async' }) },
});

const scaled = defineNode({
  type: 'Scaled',
  inputs: { n: {} },
  outputs: ['n'],
  config: (written) => {
    if (typeof written.factor !== 'number') throw new Error("'factor' is missing: give a number.");
    return { factor: written.factor };
  },
  run: ({ n }, { config }) => ({ n: Number(n) * config.factor }),
});

describe('TestSharedDefinedNode', () => {
  forEachSide(kits, ({ id, Runtime }, test) => {
    test('test_one_body_serves_both_sides', async () => {
      const workflow = new WorkflowBuilder().addNode(shout, 's', { text: 'hello' }).build();
      assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).s }, { text: 'HELLO!' });
    });

    const mayDiffer = 'the node says which of its two bodies has run';
    test('test_each_side_uses_its_own_leaf', { mayDiffer }, async () => {
      const workflow = new WorkflowBuilder().addNode(colours, 'c').build();
      assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).c }, { colour: id });
    });

    test('test_the_body_sees_its_config', async () => {
      const workflow = new WorkflowBuilder().addNode(scaled, 's', { factor: 3, n: 2 }).build();
      assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).s }, { n: 6 });
    });

    test('test_a_bad_config_is_refused_in_its_own_words', async () => {
      const builder: WorkflowBuilder = new WorkflowBuilder();
      Reflect.apply(builder.addNode, builder, [scaled, 's', {}]);
      assertError(
        await thrownBy(() => builder.build()),
        InvalidConfigError,
        "'s' (Scaled)",
        "'factor' is missing",
      );
      await assertStillWorks(new Runtime());
    });

    test('test_an_unknown_config_entry_is_refused', async () => {
      const builder: WorkflowBuilder = new WorkflowBuilder();
      Reflect.apply(builder.addNode, builder, [shout, 's', { txt: 'a' }]);
      assertError(await thrownBy(() => builder.build()), InvalidConfigError, "'txt'", "Did you mean 'text'?");
      await assertStillWorks(new Runtime());
    });

    const sound = { type: 'Odd', inputs: {}, outputs: ['a'], run: () => ({ a: 1 }) };
    const specifications: readonly [name: string, specification: unknown, ...says: string[]][] = [
      ['nothing', undefined, 'specification of defineNode', 'Give an object'],
      ['no_type', { ...sound, type: '' }, 'type', 'not empty'],
      ['no_run', { ...sound, run: undefined }, 'run', 'a function (inputs, context)'],
      ['an_empty_run', { ...sound, run: {} }, 'run', '{ sync, async }'],
      ['one_output', { ...sound, outputs: 'a' }, 'outputs', 'a list'],
      ['a_list_of_inputs', { ...sound, inputs: ['a'] }, 'inputs', 'required: true'],
      ['an_input_that_every_config_has', { ...sound, inputs: { retry: {} } }, 'inputs', "'retry'"],
      ['a_config_that_reads_nothing', { ...sound, config: 'text' }, 'config', 'Standard Schema'],
      ['a_misspelt_entry', { ...sound, output: ['a'] }, 'output', "Did you mean 'outputs'?"],
    ];
    for (const [name, specification, ...says] of specifications) {
      test(`test_a_specification_with_${name}`, async () => {
        const error = await thrownBy(() => Reflect.apply(defineNode, undefined, [specification]));
        assertError(error, InvalidOptionError, ...says);
        await assertStillWorks(new Runtime());
      });
    }

    const schema = (validate: () => unknown) => ({ '~standard': { version: 1, vendor: 'test', validate } });
    const readers: readonly [name: string, config: unknown, says: string][] = [
      ['a_schema_that_throws', schema(() => assert.fail('no such config')), 'no such config'],
      ['a_schema_that_rejects', schema(async () => assert.fail('late')), 'answers at once'],
      ['a_function_that_rejects', async () => assert.fail('late'), 'answers at once'],
      [
        'a_schema_with_issues',
        schema(() => ({ issues: [{ message: 'too small', path: ['a', { key: 'b' }] }] })),
        "'a.b': too small",
      ],
    ];
    for (const [name, config, says] of readers) {
      test(`test_a_config_read_by_${name}`, async () => {
        const builder: WorkflowBuilder = new WorkflowBuilder();
        const definition = Reflect.apply(defineNode, undefined, [{ ...sound, config }]);
        Reflect.apply(builder.addNode, builder, [definition, 'odd', {}]);
        const unhandled = await unhandledDuring(async () => {
          assertError(await thrownBy(() => builder.build()), InvalidConfigError, "'odd' (Odd)", says);
        });
        assert.deepEqual(unhandled, []);
        await assertStillWorks(new Runtime());
      });
    }

    test('test_a_registered_type_is_found_by_name', async () => {
      const builder: WorkflowBuilder = new WorkflowBuilder('named', createRegistry([shout]));
      Reflect.apply(builder.addNode, builder, ['Shout', 's', { text: 'hi', mark: '?' }]);
      assert.deepEqual({ ...(await executeRuntime(new Runtime(), builder.build())).s }, { text: 'HI?' });
    });
  });
});
