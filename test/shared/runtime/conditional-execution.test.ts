import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  InvalidOptionError,
  SwitchDataError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { executeRuntime } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';

// The nine tests of section 2 of the strategy, under its names and with its node ids.

const twoBranches = () =>
  new WorkflowBuilder()
    .addNode('SwitchNode', 'switch', { conditionField: 'status', operator: '==', value: 'active' })
    .addNode('CodeNode', 'true_branch', { code: "result = { executed: true, branch: 'true' }" })
    .addNode('CodeNode', 'false_branch', { code: "result = { executed: true, branch: 'false' }" })
    .addConnection('switch', 'trueOutput', 'true_branch', 'input')
    .addConnection('switch', 'falseOutput', 'false_branch', 'input')
    .build();

const oneBranch = () =>
  new WorkflowBuilder()
    .addNode('SwitchNode', 'switch', { conditionField: 'status', operator: '==', value: 'active' })
    .addNode('CodeNode', 'processor', { code: 'result = { executed: true }' })
    .addConnection('switch', 'trueOutput', 'processor', 'input')
    .build();

describe('TestSharedConditionalExecution', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_runtime_initialization_default', () => {
      assert.equal(new Runtime().conditionalExecution, 'route_data');
    });

    test('test_runtime_initialization_skip_branches', () => {
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      assert.equal(runtime.conditionalExecution, 'skip_branches');
    });

    test('test_runtime_initialization_invalid_mode', async () => {
      const options = JSON.parse('{ "conditionalExecution": "invalid_mode" }');
      const error = await thrownBy(() => new Runtime(options));
      assertError(
        error,
        InvalidOptionError,
        'conditionalExecution',
        'invalid_mode',
        'route_data',
        'skip_branches',
      );
    });

    test('test_conditional_execution_skip_branches_mode', async () => {
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const parameters = { switch: { status: 'active' } };
      const results = await executeRuntime(runtime, twoBranches(), { parameters });
      assert.ok('true_branch' in results);
      assert.equal(results.true_branch?.executed, true);
      assert.ok(!('false_branch' in results));
    });

    test('test_conditional_execution_route_data_mode', async () => {
      const runtime = new Runtime({ conditionalExecution: 'route_data' });
      const parameters = { switch: { status: 'active' } };
      const results = await executeRuntime(runtime, twoBranches(), { parameters });
      assert.ok('true_branch' in results);
      assert.ok('false_branch' in results);
    });

    test('test_nested_conditional_execution', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'level1', { conditionField: 'tier', operator: '==', value: 'premium' })
        .addNode('SwitchNode', 'level2_premium', { conditionField: 'region', operator: '==', value: 'US' })
        .addNode('CodeNode', 'premium_us', { code: "result = { path: 'premium_us' }" })
        .addNode('CodeNode', 'premium_eu', { code: "result = { path: 'premium_eu' }" })
        .addNode('CodeNode', 'basic', { code: "result = { path: 'basic' }" })
        .addConnection('level1', 'trueOutput', 'level2_premium', 'input')
        .addConnection('level1', 'falseOutput', 'basic', 'input')
        .addConnection('level2_premium', 'trueOutput', 'premium_us', 'input')
        .addConnection('level2_premium', 'falseOutput', 'premium_eu', 'input')
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const parameters = { level1: { tier: 'premium', region: 'US' } };
      const results = await executeRuntime(runtime, workflow, { parameters });
      assert.ok('premium_us' in results);
      assert.equal(results.premium_us?.path, 'premium_us');
      assert.ok(!('premium_eu' in results));
      assert.ok(!('basic' in results));
    });

    test('test_conditional_execution_with_merge', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'split', { conditionField: 'priority', operator: '==', value: 'high' })
        .addNode('CodeNode', 'high_priority', { code: "result = { processed: true, priority: 'high' }" })
        .addNode('CodeNode', 'normal_priority', { code: "result = { processed: true, priority: 'normal' }" })
        .addNode('MergeNode', 'merge', {})
        .addNode('CodeNode', 'finalize', { code: 'result = { finalized: true }' })
        .addConnection('split', 'trueOutput', 'high_priority', 'input')
        .addConnection('split', 'falseOutput', 'normal_priority', 'input')
        .addConnection('high_priority', 'result', 'merge', 'input_high')
        .addConnection('normal_priority', 'result', 'merge', 'input_normal')
        .addConnection('merge', 'merged', 'finalize', 'input')
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const results = await executeRuntime(runtime, workflow, {
        parameters: { split: { priority: 'high' } },
      });
      assert.ok('high_priority' in results);
      assert.ok(!('normal_priority' in results));
      assert.ok('merge' in results);
      assert.ok('finalize' in results);
    });
  });
});

describe('TestSharedConditionalExecutionEdgeCases', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_conditional_with_no_active_branch', async () => {
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const results = await executeRuntime(runtime, oneBranch(), {
        parameters: { switch: { status: 'inactive' } },
      });
      assert.ok(!('processor' in results));
    });

    test('test_conditional_with_missing_parameters', async () => {
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const error = await thrownBy(() => executeRuntime(runtime, oneBranch(), { parameters: {} }));
      assertError(error, WorkflowExecutionError, 'switch');
      assertError(error.cause, SwitchDataError, 'switch');
    });
  });
});
