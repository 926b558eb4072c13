import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { defineNode, WorkflowBuilder } from '../../../src/index.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { echo, fails, gives } from './sample-nodes.ts';

const needsA = defineNode({
  type: 'NeedsA',
  inputs: { a: { required: true }, b: {} },
  outputs: ['got'],
  run: (inputs) => ({ got: { ...inputs } }),
});

const onFlag = { conditionField: 'flag', value: true } as const;
const flag = { parameters: { switch: { flag: true } } };

describe('TestSharedConditionalSkipping', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    const skipping = () => new Runtime({ conditionalExecution: 'skip_branches' });

    test('test_conditional_node_with_one_live_edge_runs', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', onFlag)
        .addNode('FunctionNode', 'other', gives({ v: 1 }))
        .addNode('FunctionNode', 'target', echo)
        .addConnection('switch', 'falseOutput', 'target', 'dead')
        .addConnection('other', 'v', 'target', 'live')
        .build();
      const { results, skipped } = await executeRuntimeWithRunId(skipping(), workflow, flag);
      assert.deepEqual(results.target?.got, { live: 1 });
      assert.deepEqual(skipped, []);
    });

    test('test_conditional_skip_travels_down_a_chain', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', onFlag)
        .addNode('FunctionNode', 'a', echo)
        .addNode('FunctionNode', 'b', echo)
        .addNode('FunctionNode', 'c', echo)
        .addConnection('switch', 'falseOutput', 'a', 'x')
        .addConnection('a', 'got', 'b', 'x')
        .addConnection('b', 'got', 'c', 'x')
        .build();
      const run = await executeRuntimeWithRunId(skipping(), workflow, flag);
      assert.deepEqual(Object.keys(run.results), ['switch']);
      assert.deepEqual(run.skipped, ['a', 'b', 'c']);
      assert.equal(run.status, 'completed');
    });

    test('test_conditional_skip_of_a_switch_skips_both_its_branches', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', onFlag)
        .addNode('SwitchNode', 'inner', onFlag)
        .addNode('FunctionNode', 'yes', echo)
        .addNode('FunctionNode', 'no', echo)
        .addConnection('switch', 'falseOutput', 'inner', 'input')
        .addConnection('inner', 'trueOutput', 'yes', 'x')
        .addConnection('inner', 'falseOutput', 'no', 'x')
        .build();
      const { skipped } = await executeRuntimeWithRunId(skipping(), workflow, flag);
      assert.deepEqual(skipped, ['inner', 'yes', 'no']);
    });

    test('test_conditional_node_on_both_ports_of_a_switch_runs', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', onFlag)
        .addNode('FunctionNode', 'target', echo)
        .addConnection('switch', 'trueOutput', 'target', 'yes')
        .addConnection('switch', 'falseOutput', 'target', 'no')
        .build();
      const { results } = await executeRuntimeWithRunId(skipping(), workflow, flag);
      assert.deepEqual(results.target?.got, { yes: { flag: true } });
    });

    test('test_conditional_two_switches_into_one_target_need_both_dead', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'first', onFlag)
        .addNode('SwitchNode', 'second', onFlag)
        .addNode('FunctionNode', 'target', echo)
        .addConnection('first', 'falseOutput', 'target', 'one')
        .addConnection('second', 'falseOutput', 'target', 'two')
        .build();
      const both = { first: { flag: true }, second: { flag: true } };
      assert.deepEqual((await executeRuntimeWithRunId(skipping(), workflow, { parameters: both })).skipped, [
        'target',
      ]);
      const one = { first: { flag: true }, second: { flag: false } };
      const run = await executeRuntimeWithRunId(skipping(), workflow, { parameters: one });
      assert.deepEqual(run.results.target?.got, { two: { flag: false } });
    });

    test('test_conditional_required_input_fed_by_dead_edges_skips_a_node_with_live_ones', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', onFlag)
        .addNode(needsA, 'target')
        .addConnection('switch', 'falseOutput', 'target', 'a')
        .addConnection('switch', 'trueOutput', 'target', 'b')
        .build();
      const parameters = { ...flag.parameters, target: { a: 'given' } };
      const { skipped } = await executeRuntimeWithRunId(skipping(), workflow, { parameters });
      assert.deepEqual(skipped, ['target']);
    });

    test('test_conditional_optional_input_fed_by_a_dead_edge_falls_through_to_parameters', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', onFlag)
        .addNode(needsA, 'target')
        .addConnection('switch', 'falseOutput', 'target', 'b')
        .addConnection('switch', 'conditionResult', 'target', 'a')
        .build();
      const parameters = { ...flag.parameters, target: { b: 'given' } };
      const { results } = await executeRuntimeWithRunId(skipping(), workflow, { parameters });
      assert.deepEqual(results.target?.got, { a: true, b: 'given' });
    });

    test('test_conditional_null_value_at_an_active_port_is_alive', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', { operator: 'is_null' })
        .addNode('FunctionNode', 'target', echo)
        .addConnection('switch', 'trueOutput', 'target', 'x')
        .build();
      const { results } = await executeRuntimeWithRunId(skipping(), workflow, {
        parameters: { switch: { input: null } },
      });
      assert.deepEqual(results.target?.got, { x: null });
    });

    test('test_skipped_node_has_its_event_and_takes_no_place', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', onFlag)
        .addNode('FunctionNode', 'no', echo)
        .addNode('FunctionNode', 'after', echo)
        .addNode('FunctionNode', 'yes', echo)
        .addConnection('switch', 'falseOutput', 'no', 'x')
        .addConnection('switch', 'trueOutput', 'yes', 'x')
        .addConnection('no', 'got', 'after', 'x')
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches', ...oneAtATime });
      const { events } = await collectEvents(runtime, workflow, flag);
      assert.deepEqual(events.map(shortEvent), [
        'runStarted',
        'nodeStarted switch',
        'nodeCompleted switch',
        'nodeSkipped no',
        'nodeStarted yes',
        'nodeCompleted yes',
        'nodeSkipped after',
        'runCompleted completed',
      ]);
    });

    test('test_skip_dependents_skips_direct_dependents_and_leaves_the_rest_to_liveness', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'bad', fails(new Error('no')))
        .addNode('FunctionNode', 'good', gives({ v: 1 }))
        .addNode('FunctionNode', 'direct', echo)
        .addNode('FunctionNode', 'mixed', echo)
        .addNode('FunctionNode', 'orphan', echo)
        .addConnection('bad', 'v', 'direct', 'x')
        .addConnection('good', 'v', 'direct', 'y')
        .addConnection('direct', 'got', 'mixed', 'x')
        .addConnection('good', 'v', 'mixed', 'y')
        .addConnection('direct', 'got', 'orphan', 'x')
        .build();
      for (const conditionalExecution of ['route_data', 'skip_branches'] as const) {
        const runtime = new Runtime({ conditionalExecution, onError: 'skipDependents' });
        const { results, skipped } = await executeRuntimeWithRunId(runtime, workflow);
        assert.deepEqual(skipped, ['direct', 'orphan']);
        assert.deepEqual(results.mixed?.got, { y: 1 });
      }
    });
  });
});
