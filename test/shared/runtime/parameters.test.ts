import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  defineNode,
  MissingInputError,
  UnknownInputError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { WorkflowContract } from '../../../types/index.ts';
import { assertError } from './assert-error.ts';
import { executeRuntime } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { echo, gives } from './sample-nodes.ts';
import { failingRun } from './still-works.ts';

const declares = defineNode({
  type: 'DeclaresLimit',
  inputs: { limit: {}, name: { required: true } },
  outputs: ['got'],
  run: (inputs) => ({ got: { ...inputs } }),
});

const single = (): WorkflowContract => new WorkflowBuilder().addNode('FunctionNode', 'f', echo).build();

describe('TestSharedParameters', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const rows: readonly [name: string, parameters: Readonly<Record<string, unknown>>, got: unknown][] = [
      ['node_parameters_are_unwrapped', { f: { a: 1, b: 2 } }, { a: 1, b: 2 }],
      ['workflow_parameters_go_to_a_node_that_takes_any', { a: 1 }, { a: 1 }],
      ['a_node_parameter_wins_over_a_workflow_parameter', { a: 'workflow', f: { a: 'node' } }, { a: 'node' }],
      ['a_node_id_without_a_plain_object_is_a_workflow_parameter', { f: 5 }, { f: 5 }],
      ['a_list_at_a_node_id_is_a_workflow_parameter', { f: [1] }, { f: [1] }],
      ['an_object_named_inputs_is_not_special', { inputs: { a: 1 } }, { inputs: { a: 1 } }],
      ['null_is_a_value', { f: { a: null } }, { a: null }],
      ['names_are_matched_exactly', { F: { a: 1 }, f: {} }, { F: { a: 1 } }],
    ];
    for (const [name, parameters, got] of rows) {
      test(`test_${name}`, async () => {
        const results = await executeRuntime(new Runtime(), single(), { parameters });
        assert.deepEqual(results.f?.got, got);
      });
    }

    test('test_precedence_is_connection_node_parameter_workflow_parameter_config', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'source', gives({ v: 'connection' }))
        .addNode('FunctionNode', 'f', {
          ...echo,
          inputs: { a: 'config', b: 'config', c: 'config', d: 'config' },
        })
        .addConnection('source', 'v', 'f', 'a')
        .build();
      const parameters = { a: 'workflow', b: 'workflow', c: 'workflow', f: { a: 'node', b: 'node' } };
      const results = await executeRuntime(new Runtime(), workflow, { parameters });
      assert.deepEqual(results.f?.got, { a: 'connection', b: 'node', c: 'workflow', d: 'config' });
    });

    test('test_workflow_parameters_reach_only_nodes_that_declare_them', async () => {
      const workflow = new WorkflowBuilder().addNode(declares, 'd').build();
      const results = await executeRuntime(new Runtime(), workflow, { parameters: { name: 'n', other: 1 } });
      assert.deepEqual(results.d?.got, { name: 'n' });
    });

    test('test_parameters_are_never_mutated', async () => {
      const parameters = Object.freeze({
        a: Object.freeze([1]),
        f: Object.freeze({ b: Object.freeze({ c: 1 }) }),
      });
      const before = structuredClone(parameters);
      await executeRuntime(new Runtime(), single(), { parameters });
      assert.deepEqual(parameters, before);
    });

    test('test_parameters_of_one_run_do_not_reach_the_next', async () => {
      const runtime = new Runtime();
      const workflow = single();
      await executeRuntime(runtime, workflow, { parameters: { f: { a: 1 }, b: 2 } });
      assert.deepEqual((await executeRuntime(runtime, workflow)).f?.got, {});
    });

    test('test_an_input_that_the_node_does_not_declare_is_refused', async () => {
      const workflow = new WorkflowBuilder().addNode(declares, 'd').build();
      const error = await failingRun(new Runtime(), workflow, { parameters: { d: { name: 'n', limt: 3 } } });
      const refusal = error instanceof WorkflowExecutionError ? error.cause : error;
      assertError(refusal, UnknownInputError, "'d'", "'limt'", "Did you mean 'limit'?", "'name'");
    });

    test('test_a_missing_required_input_fails_the_node', async () => {
      const workflow = new WorkflowBuilder().addNode(declares, 'd').build();
      const error = await failingRun(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError, "Node 'd' failed");
      assertError(error.cause, MissingInputError, "'d'", "'name'", 'parameters');
    });

    test('test_a_later_connection_wins_over_an_earlier_one', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'one', gives({ v: 1 }))
        .addNode('FunctionNode', 'two', gives({ v: 2 }))
        .addNode('FunctionNode', 'f', echo)
        .addConnection('two', 'v', 'f', 'x')
        .addConnection('one', 'v', 'f', 'x')
        .build();
      assert.deepEqual((await executeRuntime(new Runtime(), workflow)).f?.got, { x: 1 });
    });

    test('test_conditional_value_wins_over_the_null_of_an_inactive_port', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', { conditionField: 'on', value: true })
        .addNode('FunctionNode', 'f', echo)
        .addConnection('switch', 'trueOutput', 'f', 'x')
        .addConnection('switch', 'falseOutput', 'f', 'x')
        .build();
      const results = await executeRuntime(new Runtime(), workflow, { parameters: { switch: { on: true } } });
      assert.deepEqual(results.f?.got, { x: { on: true } });
    });

    test('test_conditional_null_of_an_inactive_port_wins_over_parameters_and_config', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', { conditionField: 'on', value: true })
        .addNode('FunctionNode', 'f', { ...echo, inputs: { x: 'config' } })
        .addConnection('switch', 'falseOutput', 'f', 'x')
        .build();
      const parameters = { switch: { on: true }, f: { x: 'node' } };
      assert.deepEqual((await executeRuntime(new Runtime(), workflow, { parameters })).f?.got, { x: null });
    });
  });
});
