import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { WorkflowBuilder, WorkflowCancelledError } from '../../../src/index.ts';
import { assertError } from './assert-error.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { gives } from './sample-nodes.ts';
import { assertStillWorks, failingRun } from './still-works.ts';

/** `first` completes, `aborts` cancels the run from inside, `never` must not start. */
const cancelsItself = (controller: AbortController, reason: unknown) =>
  new WorkflowBuilder()
    .addNode('FunctionNode', 'first', gives({ v: 1 }))
    .addNode('FunctionNode', 'aborts', {
      run: () => {
        controller.abort(reason);
        return { v: 2 };
      },
    })
    .addNode('FunctionNode', 'never', gives('never'))
    .addConnection('first', 'v', 'aborts', 'x')
    .addConnection('aborts', 'v', 'never', 'x')
    .build();

describe('TestSharedCancellation', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_a_signal_aborted_beforehand', async () => {
      const runtime = new Runtime();
      const signal = AbortSignal.abort(new Error('too late'));
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'never', gives(1)).build();
      const { events, error } = await collectEvents(runtime, workflow, { signal });
      assert.deepEqual(events.map(shortEvent), ['runStarted', 'runCancelled']);
      assertError(error, WorkflowCancelledError, 'cancelled', 'too late');
      assert.equal(error.cause, signal.reason);
      assert.deepEqual({ ...error.partialResults }, {});
      await assertStillWorks(runtime);
    });

    test('test_cancelling_between_nodes', async () => {
      const runtime = new Runtime(oneAtATime);
      const controller = new AbortController();
      const reason = new Error('enough');
      const workflow = cancelsItself(controller, reason);
      const { events, error } = await collectEvents(runtime, workflow, { signal: controller.signal });
      assertError(error, WorkflowCancelledError, 'enough');
      assert.equal(error.cause, reason);
      assert.equal(error.runId, runtime.lastRunId);
      assert.deepEqual(Object.entries(error.partialResults)[0], ['first', { v: 1 }]);
      assert.ok(!events.some((event) => 'nodeId' in event && event.nodeId === 'never'));
      const last = events.at(-1);
      assert.ok(last?.type === 'runCancelled');
      assert.equal(last.error, error);
    });

    test('test_a_cancelled_run_ignores_the_error_policy', async () => {
      const controller = new AbortController();
      const error = await failingRun(
        new Runtime({ onError: 'continue' }),
        cancelsItself(controller, 'stop'),
        {
          signal: controller.signal,
        },
      );
      assertError(error, WorkflowCancelledError, 'stop');
    });

    test('test_cancelling_during_the_wait_for_a_retry', async () => {
      const controller = new AbortController();
      const config = {
        run: (): never => {
          controller.abort(new Error('no more'));
          throw new Error('attempt failed');
        },
        retry: { maxAttempts: 2, delayMs: 60_000, maxDelayMs: 60_000 },
      };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
      const error = await failingRun(new Runtime(), workflow, { signal: controller.signal });
      assertError(error, WorkflowCancelledError, 'no more');
    });

    test('test_a_signal_that_aborts_after_the_run_has_no_effect', async () => {
      const runtime = new Runtime();
      const controller = new AbortController();
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(1)).build();
      const { status } = await executeRuntimeWithRunId(runtime, workflow, { signal: controller.signal });
      controller.abort();
      assert.equal(status, 'completed');
      await assertStillWorks(runtime);
    });
  });
});
