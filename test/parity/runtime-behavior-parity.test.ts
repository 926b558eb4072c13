import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AsyncLocalRuntime, LocalRuntime, WorkflowBuilder } from '../../src/index.ts';
import { thrownBy } from '../shared/runtime/assert-error.ts';
import { executeRuntime } from '../shared/runtime/execute-runtime.ts';

describe('TestRuntimeBehaviorParity', () => {
  test('test_simple_workflow_produces_same_results', async () => {
    const workflow = new WorkflowBuilder()
      .addNode('CodeNode', 'calculate', { code: 'result = { sum: 10 + 20, product: 10 * 20 }' })
      .build();
    const localResults = await executeRuntime(new LocalRuntime(), workflow);
    const asyncResults = await executeRuntime(new AsyncLocalRuntime(), workflow);
    assert.deepEqual(localResults, asyncResults);
    assert.deepEqual(localResults.calculate, { sum: 30, product: 200 });
  });

  test('test_conditional_workflow_produces_same_results', async () => {
    const workflow = new WorkflowBuilder()
      .addNode('SwitchNode', 'switch', { conditionField: 'value', operator: '>', value: 50 })
      .addNode('CodeNode', 'high', { code: "result = { category: 'high' }" })
      .addNode('CodeNode', 'low', { code: "result = { category: 'low' }" })
      .addConnection('switch', 'trueOutput', 'high', 'input')
      .addConnection('switch', 'falseOutput', 'low', 'input')
      .build();
    const parameters = { switch: { value: 75 } };
    const localRuntime = new LocalRuntime({ conditionalExecution: 'skip_branches' });
    const localResults = await executeRuntime(localRuntime, workflow, { parameters });
    const asyncRuntime = new AsyncLocalRuntime({ conditionalExecution: 'skip_branches' });
    const asyncResults = await executeRuntime(asyncRuntime, workflow, { parameters });
    assert.ok('high' in localResults);
    assert.ok('high' in asyncResults);
    assert.ok(!('low' in localResults));
    assert.ok(!('low' in asyncResults));
    assert.deepEqual(localResults.high, asyncResults.high);
    assert.deepEqual(localResults, asyncResults);
  });

  test('test_error_handling_produces_same_behavior', async () => {
    const workflow = new WorkflowBuilder()
      .addNode('CodeNode', 'error_node', { code: "throw new Error('Test error')" })
      .build();
    const localError = await thrownBy(() => executeRuntime(new LocalRuntime(), workflow));
    const asyncError = await thrownBy(() => executeRuntime(new AsyncLocalRuntime(), workflow));
    assert.ok(localError instanceof Error && asyncError instanceof Error);
    assert.equal(localError.constructor, asyncError.constructor);
    assert.equal(localError.message, asyncError.message);
    assert.match(localError.message, /Test error/);
  });
});
