import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { WorkflowBuilder, WorkflowExecutionError } from '../../../src/index.ts';
import type { NodeInputs, RuntimeOptions } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents, shortEvent } from '../runtime/collect-events.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { failsFirst } from '../runtime/sample-nodes.ts';
import { paths } from './paths.ts';

const boom = new RangeError('boom');
const fails = {
  run: (_: NodeInputs): never => {
    throw boom;
  },
};

/** The error of the node itself, through the errors of the runs around it. */
const innermost = (error: unknown): unknown =>
  error instanceof WorkflowExecutionError ? innermost(error.cause) : error;

describe('TestSharedErrorsOnEveryPath', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    for (const [path, make] of paths) {
      test(`test_stop_on_the_path_${path}`, async () => {
        const error = await thrownBy(() => executeRuntimeWithRunId(new Runtime(), make(fails)));
        assertError(error, WorkflowExecutionError, 'boom');
        assert.equal(innermost(error), boom);
      });

      test(`test_a_stream_throws_the_same_on_the_path_${path}`, async () => {
        const { events, error } = await collectEvents(new Runtime(oneAtATime), make(fails));
        assert.equal(innermost(error), boom);
        const failed = events.filter(({ type }) => type === 'nodeFailed');
        assert.deepEqual(failed[0]?.type === 'nodeFailed' && [failed[0].nodeId, failed[0].error], [
          'f',
          boom,
        ]);
        assert.equal(events.at(-1)?.type, 'runFailed');
      });

      for (const onError of ['continue', 'skipDependents'] as const) {
        test(`test_${onError}_on_the_path_${path}`, async () => {
          const options: RuntimeOptions = { onError, conditionalExecution: 'skip_branches' };
          const { results, status } = await executeRuntimeWithRunId(new Runtime(options), make(fails));
          const own = path === 'sub_workflow' ? Object(results.w).f : results.f;
          assert.equal(Object(own).error, boom);
          // A sub-workflow that is partial has completed.
          assert.equal(status, path === 'sub_workflow' ? 'completed' : 'partial');
        });
      }

      test(`test_retries_mend_it_on_the_path_${path}`, async () => {
        const config = { ...failsFirst(2, { fine: true }), retry: { maxAttempts: 3, delayMs: 1 } };
        const { events, error } = await collectEvents(new Runtime(oneAtATime), make(config));
        assert.equal(error, undefined);
        const own = events.filter((event) => 'nodeId' in event && event.nodeId === 'f').map(shortEvent);
        const at = path === 'cyclic' ? 'f#1' : 'f';
        assert.deepEqual(own, [
          `nodeStarted ${at}`,
          `nodeRetried ${at} 2`,
          `nodeRetried ${at} 3`,
          `nodeCompleted ${at}`,
        ]);
      });
    }

    test('test_a_failure_two_sub_workflows_deep_keeps_every_cause', async () => {
      const [, make] = paths.at(-1) ?? assert.fail('no path');
      const outer = new WorkflowBuilder().addNode('WorkflowNode', 'outer', { workflow: make(fails) }).build();
      const error = await thrownBy(() => executeRuntimeWithRunId(new Runtime(), outer));
      assertError(error, WorkflowExecutionError, "'outer'", "'w'", "'f'", 'boom');
      assertError(error.cause, WorkflowExecutionError, "'w'");
      assert.equal(innermost(error), boom);
    });
  });
});
