import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  LocalRuntime,
  ResourceColourError,
  ResourceLimitError,
  RuntimeClosedError,
  WorkflowBuilder,
  WorkflowCancelledError,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { gives } from '../../shared/runtime/sample-nodes.ts';

const twoNodes = new WorkflowBuilder()
  .addNode('FunctionNode', 'a', gives(1))
  .addNode('FunctionNode', 'b', gives(1))
  .build();

describe('TestLocalResourceLimits', () => {
  for (const degradation of ['queue', 'defer'] as const) {
    test(`test_${degradation}_cannot_wait_for_a_stream_of_the_same_thread`, async () => {
      const runtime = new LocalRuntime({ resourceLimits: { maxConcurrentWorkflows: 1, degradation } });
      const stream = runtime.stream(twoNodes)[Symbol.iterator]();
      stream.next();
      const error = await thrownBy(() => runtime.execute(twoNodes));
      assertError(error, ResourceLimitError, 'LocalRuntime cannot wait', 'end the runs under way first');
      stream.return?.();
      assert.equal(runtime.execute(twoNodes).status, 'completed');
    });
  }

  test('test_close_aborts_a_stream_that_is_under_way', () => {
    const runtime = new LocalRuntime();
    const types: string[] = [];
    let thrown: unknown;
    try {
      for (const { type } of runtime.stream(twoNodes)) {
        types.push(type);
        if (types.length === 2) runtime.close({ drainMs: 1_000 });
      }
    } catch (error) {
      thrown = error;
    }
    assertError(thrown, WorkflowCancelledError);
    assertError(thrown.cause, RuntimeClosedError);
    assert.equal(types.at(-1), 'runCancelled');
    assert.ok(!types.includes('runCompleted'));
  });

  test('test_a_leaf_that_answers_with_a_promise_is_refused', async () => {
    const resources = { db: { open: async () => 1, close: () => undefined } };
    const runtime = new LocalRuntime({ persistent: true, resources });
    const error = await thrownBy(() => runtime.initializePersistentResources());
    assertError(error, ResourceColourError, "'db'", 'AsyncLocalRuntime');
  });
});
