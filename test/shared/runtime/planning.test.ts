import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CyclesDisabledError,
  InvalidOptionError,
  InvalidWorkflowError,
  UnknownNodeError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { echo, gives } from './sample-nodes.ts';

/** outer -> (inner -> (x | y) | z), x and z meet in join. */
const nested = () =>
  new WorkflowBuilder()
    .addNode('SwitchNode', 'outer', { conditionField: 'a', value: true })
    .addNode('SwitchNode', 'inner', { conditionField: 'b', value: true })
    .addNode('FunctionNode', 'x', echo)
    .addNode('FunctionNode', 'y', echo)
    .addNode('FunctionNode', 'z', echo)
    .addNode('MergeNode', 'join', {})
    .addConnection('outer', 'trueOutput', 'inner', 'input')
    .addConnection('outer', 'falseOutput', 'z', 'in')
    .addConnection('inner', 'trueOutput', 'x', 'in')
    .addConnection('inner', 'falseOutput', 'y', 'in')
    .addConnection('x', 'got', 'join', 'x')
    .addConnection('z', 'got', 'join', 'z')
    .build();

const outerFalse = { trueOutput: null, falseOutput: { a: false }, conditionResult: false };
const outerTrue = { trueOutput: { a: true, b: false }, falseOutput: null, conditionResult: true };

describe('TestSharedPlanning', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const skipping = () => new Runtime({ conditionalExecution: 'skip_branches' });

    test('test_a_plan_without_progress_has_every_node', () => {
      const plan = skipping().planExecution(nested());
      assert.deepEqual(plan.order, ['outer', 'inner', 'z', 'x', 'y', 'join']);
      assert.deepEqual(plan.levels, [['outer'], ['inner', 'z'], ['x', 'y'], ['join']]);
      assert.deepEqual(plan.skipped, []);
    });

    test('test_conditional_plan_is_pruned_by_what_is_known', () => {
      const plan = skipping().planExecution(nested(), { results: { outer: outerFalse } });
      assert.deepEqual(plan.order, ['outer', 'z', 'join']);
      assert.deepEqual(plan.skipped, ['inner', 'x', 'y']);
    });

    test('test_conditional_plan_under_route_data_prunes_nothing', () => {
      const plan = new Runtime().planExecution(nested(), { results: { outer: outerFalse } });
      assert.deepEqual(plan.skipped, []);
    });

    test('test_conditional_plan_agrees_with_the_run', async () => {
      const runtime = skipping();
      const parameters = { outer: { a: true, b: false } };
      const run = await executeRuntimeWithRunId(runtime, nested(), { parameters });
      const plan = runtime.planExecution(nested(), { results: run.results, skipped: run.skipped });
      assert.deepEqual(plan.order, Object.keys(run.results));
      assert.deepEqual(plan.skipped, run.skipped);
    });

    test('test_conditional_node_is_skipped_or_not', () => {
      const runtime = skipping();
      const progress = { results: { outer: outerFalse }, skipped: [] };
      assert.equal(runtime.shouldSkipNode(nested(), 'inner', progress), true);
      assert.equal(runtime.shouldSkipNode(nested(), 'z', progress), false);
      assert.equal(runtime.shouldSkipNode(nested(), 'inner', { results: { outer: outerTrue } }), false);
      assert.equal(runtime.shouldSkipNode(nested(), 'x', { skipped: ['inner'] }), true);
      assert.equal(runtime.shouldSkipNode(nested(), 'outer', progress), false);
      assert.equal(new Runtime().shouldSkipNode(nested(), 'inner', progress), false);
    });

    test('test_should_skip_node_refuses_an_unknown_id', async () => {
      const error = await thrownBy(() => skipping().shouldSkipNode(nested(), 'iner', {}));
      assertError(error, UnknownNodeError, "'iner'", "Did you mean 'inner'?");
    });

    test('test_conditional_structure_is_described', () => {
      const analysis = new Runtime().analyzeConditions(nested());
      assert.equal(analysis.pattern, 'nested');
      assert.deepEqual(analysis.joins, ['join']);
      const described = analysis.conditionals.map(({ nodeId, depth }) => [nodeId, depth]);
      assert.deepEqual(described, [
        ['outer', 0],
        ['inner', 1],
      ]);
      assert.deepEqual(
        { ...analysis.conditionals[0]?.ports },
        {
          trueOutput: { targets: ['inner'], exclusive: ['inner', 'x', 'y'] },
          falseOutput: { targets: ['z'], exclusive: ['z'] },
        },
      );
    });

    test('test_conditional_patterns', () => {
      const builder = () => new WorkflowBuilder();
      const none = builder().addNode('FunctionNode', 'f', gives(1)).build();
      assert.deepEqual(new Runtime().analyzeConditions(none), {
        pattern: 'none',
        conditionals: [],
        joins: [],
      });
      const single = builder()
        .addNode('SwitchNode', 's', { value: 1 })
        .addNode('FunctionNode', 'f', echo)
        .addConnection('s', 'trueOutput', 'f', 'x');
      assert.equal(new Runtime().analyzeConditions(single.build()).pattern, 'single');
      const multiple = single
        .addNode('SwitchNode', 't', { value: 1 })
        .addNode('FunctionNode', 'g', echo)
        .addConnection('t', 'trueOutput', 'g', 'x');
      assert.equal(new Runtime().analyzeConditions(multiple.build()).pattern, 'multiple');
    });

    test('test_validation_names_what_is_odd', () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', gives(1))
        .addNode('FunctionNode', 'b', echo)
        .addNode('FunctionNode', 'alone', gives(1))
        .addConnection('a', 'result', 'b', 'x')
        .build();
      const warnings = new Runtime().validateWorkflow(workflow);
      assert.deepEqual(
        warnings.map(({ code, nodeId }) => [code, nodeId]),
        [['disconnected-node', 'alone']],
      );
      assert.match(String(warnings[0]?.message), /'alone'/);
    });

    test('test_a_sound_workflow_has_no_warnings', () => {
      assert.deepEqual(new Runtime().validateWorkflow(nested()), []);
    });

    test('test_validation_throws_what_would_stop_the_run', async () => {
      const cyclic = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', echo)
        .addCycle('loop', {
          edges: [{ source: 'a', output: 'got', target: 'a', input: 'x' }],
          maxIterations: 2,
        })
        .build();
      const runtime = new Runtime({ enableCycles: false });
      assertError(await thrownBy(() => runtime.validateWorkflow(cyclic)), CyclesDisabledError, "'loop'");
    });

    const misread: readonly [name: string, progress: unknown, ...says: string[]][] = [
      ['misspelt', { skiped: ['x'] }, 'skiped', "Did you mean 'skipped'?"],
      ['no_list', { failed: 'x' }, 'failed', 'a list'],
      ['no_object', null, 'progress', 'null', 'Give an object'],
    ];
    for (const [name, progress, ...says] of misread) {
      test(`test_progress_that_is_${name}_is_refused`, async () => {
        const runtime = new Runtime();
        const refusals = [
          await thrownBy(() => Reflect.apply(runtime.planExecution, runtime, [nested(), progress])),
          await thrownBy(() => Reflect.apply(runtime.shouldSkipNode, runtime, [nested(), 'x', progress])),
        ];
        for (const error of refusals) assertError(error, InvalidOptionError, ...says);
      });
    }

    test('test_what_is_no_workflow_is_refused', async () => {
      const builder = JSON.parse('{ "nodes": [] }');
      for (const method of ['validateWorkflow', 'planExecution', 'analyzeConditions'] as const) {
        const error = await thrownBy(() => new Runtime()[method](builder));
        assertError(error, InvalidWorkflowError, 'Not a workflow');
      }
    });
  });
});
