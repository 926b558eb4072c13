import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { WorkflowBuilder, WorkflowCancelledError, WorkflowExecutionError } from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime, executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { echo, fails, gives } from '../runtime/sample-nodes.ts';
import { failingRun } from '../runtime/still-works.ts';

const inner = () =>
  new WorkflowBuilder('inner')
    .addNode('FunctionNode', 'add', { run: ({ a, b }) => ({ sum: Number(a) + Number(b) }) })
    .build();

describe('TestSharedWorkflowNode', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_inputs_become_parameters_and_results_the_output', async () => {
      const workflow = new WorkflowBuilder('outer')
        .addNode('FunctionNode', 'source', gives({ a: 1 }))
        .addNode('WorkflowNode', 'sub', { workflow: inner(), inputs: { b: 2 } })
        .addNode('FunctionNode', 'after', echo)
        .addConnection('source', 'a', 'sub', 'a')
        .addConnection('sub', 'add.sum', 'after', 'x')
        .build();
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual({ ...results.sub }, { add: { sum: 3 } });
      assert.deepEqual(results.after?.got, { x: 3 });
    });

    test('test_inner_events_carry_their_parent', async () => {
      const workflow = new WorkflowBuilder('outer')
        .addNode('WorkflowNode', 'sub', { workflow: inner() })
        .build();
      const { events } = await collectEvents(new Runtime(oneAtATime), workflow, {
        parameters: { a: 1, b: 1 },
      });
      const outerId = events[0]?.runId;
      const innerId = events[2]?.runId;
      assert.notEqual(innerId, outerId);
      assert.deepEqual(
        events.map((event) => [event.type, event.runId === outerId ? 'outer' : 'inner', event.parent]),
        [
          ['runStarted', 'outer', undefined],
          ['nodeStarted', 'outer', undefined],
          ['runStarted', 'inner', { runId: outerId, nodeId: 'sub' }],
          ['nodeStarted', 'inner', { runId: outerId, nodeId: 'sub' }],
          ['nodeCompleted', 'inner', { runId: outerId, nodeId: 'sub' }],
          ['runCompleted', 'inner', { runId: outerId, nodeId: 'sub' }],
          ['nodeCompleted', 'outer', undefined],
          ['runCompleted', 'outer', undefined],
        ],
      );
    });

    test('test_last_run_id_is_that_of_the_outer_run', async () => {
      const runtime = new Runtime();
      const workflow = new WorkflowBuilder().addNode('WorkflowNode', 'sub', { workflow: inner() }).build();
      const { runId } = await executeRuntimeWithRunId(runtime, workflow);
      assert.equal(runtime.lastRunId, runId);
    });

    test('test_an_inner_failure_fails_the_node', async () => {
      const bad = new WorkflowBuilder('bad').addNode('FunctionNode', 'deep', fails(new Error('no'))).build();
      const workflow = new WorkflowBuilder('outer').addNode('WorkflowNode', 'sub', { workflow: bad }).build();
      const error = await failingRun(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError);
      assert.equal(error.message, "Node 'sub' failed: Node 'deep' failed: no");
      assertError(error.cause, WorkflowExecutionError, "Node 'deep' failed: no");
      assert.notEqual(error.cause.runId, error.runId);
    });

    test('test_the_inner_run_has_the_policy_of_the_outer_and_a_partial_one_is_complete', async () => {
      const bad = new WorkflowBuilder('bad').addNode('FunctionNode', 'deep', fails(new Error('no'))).build();
      const workflow = new WorkflowBuilder('outer').addNode('WorkflowNode', 'sub', { workflow: bad }).build();
      const { results, status } = await executeRuntimeWithRunId(
        new Runtime({ onError: 'continue' }),
        workflow,
      );
      assert.equal(String(Object(results.sub?.deep).error), 'Error: no');
      assert.equal(status, 'completed');
    });

    test('test_conditional_mode_holds_inside', async () => {
      const branch = new WorkflowBuilder('branch')
        .addNode('SwitchNode', 'switch', { value: 1 })
        .addNode('FunctionNode', 'no', echo)
        .addConnection('switch', 'falseOutput', 'no', 'x')
        .build();
      const workflow = new WorkflowBuilder('outer')
        .addNode('WorkflowNode', 'sub', { workflow: branch, inputs: { input: 1 } })
        .build();
      const skipping = new Runtime({ conditionalExecution: 'skip_branches' });
      assert.deepEqual(Object.keys({ ...(await executeRuntime(skipping, workflow)).sub }), ['switch']);
      assert.deepEqual(Object.keys({ ...(await executeRuntime(new Runtime(), workflow)).sub }), [
        'switch',
        'no',
      ]);
    });

    test('test_a_sub_workflow_is_cancelled_between_its_nodes', async () => {
      const controller = new AbortController();
      const calls: string[] = [];
      const call = (name: string) => ({ run: () => ({ at: calls.push(name) }) });
      const aborting = {
        run: () => {
          controller.abort(new Error('enough'));
          return { at: calls.push('b') };
        },
      };
      const chain = new WorkflowBuilder('chain')
        .addNode('FunctionNode', 'a', call('a'))
        .addNode('FunctionNode', 'b', aborting)
        .addNode('FunctionNode', 'c', call('c'))
        .addConnection('a', 'at', 'b', 'x')
        .addConnection('b', 'at', 'c', 'x')
        .build();
      const workflow = new WorkflowBuilder('outer')
        .addNode('WorkflowNode', 'sub', { workflow: chain })
        .build();
      const error = await failingRun(new Runtime(), workflow, { signal: controller.signal });
      assertError(error, WorkflowCancelledError, 'enough');
      assert.deepEqual(calls, ['a', 'b']);
    });

    test('test_two_uses_of_one_sub_workflow_stay_apart', async () => {
      const twice = inner();
      const workflow = new WorkflowBuilder('outer')
        .addNode('WorkflowNode', 'one', { workflow: twice, inputs: { a: 1, b: 1 } })
        .addNode('WorkflowNode', 'two', { workflow: twice, inputs: { a: 2, b: 2 } })
        .build();
      const results = await executeRuntime(new Runtime(), workflow);
      assert.deepEqual([{ ...results.one }, { ...results.two }], [{ add: { sum: 2 } }, { add: { sum: 4 } }]);
    });
  });
});
