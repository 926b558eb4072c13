import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  BulkheadFullError,
  LocalRuntime,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

describe('TestLocalBulkheads', () => {
  test('test_a_run_inside_a_node_cannot_queue_behind_it', async () => {
    const bulkhead = { name: 'x', maxConcurrent: 1, maxQueue: 10 };
    const runtime = new LocalRuntime();
    const inside = new WorkflowBuilder().addNode('FunctionNode', 'g', { run: () => 1, bulkhead }).build();
    const outside = new WorkflowBuilder()
      .addNode('FunctionNode', 'f', { run: () => runtime.execute(inside), bulkhead })
      .build();
    const error = await thrownBy(() => runtime.execute(outside));
    assertError(error, WorkflowExecutionError);
    assertError(error.cause, WorkflowExecutionError);
    assertError(error.cause.cause, BulkheadFullError, "'g'", 'LocalRuntime cannot wait', 'maxConcurrent');
    assert.deepEqual(runtime.getBulkheads(), [{ name: 'x', maxConcurrent: 1, underWay: 0, queued: 0 }]);
  });
});
