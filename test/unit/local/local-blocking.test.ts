import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  LocalRuntime,
  WorkflowBuilder,
  WorkflowCancelledError,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { fails, failsFirst, gives } from '../../shared/runtime/sample-nodes.ts';

describe('TestLocalBlocking', () => {
  test('test_execute_has_its_result_before_the_event_loop_turns', async () => {
    let turned = false;
    const turn = new Promise<undefined>((resolve) => {
      setImmediate(() => {
        turned = true;
        resolve(undefined);
      });
    });
    const config = { ...failsFirst(1, { v: 1 }), retry: { maxAttempts: 2, delayMs: 5 } };
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
    const { results } = new LocalRuntime().execute(workflow);
    assert.deepEqual([{ ...results.f }, turned], [{ v: 1 }, false]);
    await turn;
  });

  test('test_execute_throws_at_once', () => {
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', fails(new Error('now'))).build();
    assert.throws(() => new LocalRuntime().execute(workflow), WorkflowExecutionError);
  });

  test('test_the_wait_between_attempts_blocks_without_burning_cpu', () => {
    const config = { ...failsFirst(1, 'done'), retry: { maxAttempts: 2, delayMs: 400 } };
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
    const runtime = new LocalRuntime();
    const before = process.cpuUsage();
    const started = performance.now();
    runtime.execute(workflow);
    const waited = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    // A busy wait would use as much CPU time as wall time; the halves leave room for a loaded machine.
    assert.ok(waited >= 395, `waited ${waited} ms`);
    assert.ok(
      (user + system) / 1000 < waited / 2,
      `used ${(user + system) / 1000} ms of CPU in ${waited} ms`,
    );
  });

  test('test_nodes_run_one_at_a_time', () => {
    let inFlight = 0;
    const exclusive = {
      run: (): unknown => {
        inFlight += 1;
        assert.equal(inFlight, 1);
        inFlight -= 1;
        return inFlight;
      },
    };
    const builder: WorkflowBuilder = new WorkflowBuilder();
    for (let index = 0; index < 20; index += 1) builder.addNode('FunctionNode', `n${index}`, exclusive);
    assert.equal(new LocalRuntime().execute(builder.build()).status, 'completed');
  });

  test('test_a_run_inside_a_node_of_another_run', () => {
    const runtime = new LocalRuntime({ onError: 'continue' });
    const inner = new WorkflowBuilder('inner').addNode('FunctionNode', 'i', gives({ v: 'inner' })).build();
    let innerId = '';
    const outer = new WorkflowBuilder('outer')
      .addNode('FunctionNode', 'before', gives({ v: 'before' }))
      .addNode('FunctionNode', 'nests', {
        run: () => {
          const run = runtime.execute(inner);
          innerId = run.runId;
          return { from: run.results.i, last: runtime.lastRunId };
        },
      })
      .addNode('FunctionNode', 'after', gives({ v: 'after' }))
      .addConnection('before', 'v', 'nests', 'x')
      .addConnection('nests', 'from', 'after', 'x')
      .build();
    const { results, runId } = runtime.execute(outer);
    assert.deepEqual(Object.keys(results), ['before', 'nests', 'after']);
    assert.deepEqual({ ...results.nests }, { from: { v: 'inner' }, last: innerId });
    assert.notEqual(runId, innerId);
  });

  test('test_a_run_inside_an_event_listener', () => {
    const runtime = new LocalRuntime();
    const inner = new WorkflowBuilder('inner').addNode('FunctionNode', 'i', gives(1)).build();
    const outer = new WorkflowBuilder('outer').addNode('FunctionNode', 'o', gives(2)).build();
    const seen: string[] = [];
    runtime.on('nodeCompleted', ({ nodeId }) => {
      seen.push(nodeId);
      if (nodeId === 'o') runtime.execute(inner);
    });
    assert.deepEqual(Object.keys(runtime.execute(outer).results), ['o']);
    assert.deepEqual(seen, ['o', 'i']);
  });
});

describe('TestLocalSubWorkflows', () => {
  const pause = (): undefined => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  };
  const long = (calls: string[]): WorkflowBuilder => {
    const builder: WorkflowBuilder = new WorkflowBuilder();
    for (let index = 0; index < 20; index += 1) {
      const run = (): undefined => {
        calls.push(`n${index}`);
        pause();
      };
      builder.addNode('FunctionNode', `n${index}`, { run });
    }
    return builder;
  };
  const limits: readonly [name: string, ofRun: { timeoutMs?: number }, ofNode: { timeoutMs?: number }][] = [
    ['the_run', { timeoutMs: 50 }, {}],
    ['its_node', {}, { timeoutMs: 50 }],
  ];
  for (const [name, ofRun, ofNode] of limits) {
    test(`test_the_time_limit_of_${name}_ends_a_sub_workflow_between_its_nodes`, () => {
      const calls: string[] = [];
      const workflow = new WorkflowBuilder()
        .addNode('WorkflowNode', 'w', { workflow: long(calls).build(), ...ofNode })
        .build();
      assert.throws(() => new LocalRuntime().execute(workflow, ofRun), /took longer than its timeoutMs/);
      assert.ok(calls.length < 20, `${calls.length} nodes have run`);
    });
  }

  test('test_cancelling_a_run_ends_a_sub_workflow_between_its_nodes', () => {
    const stop = new AbortController();
    const calls: string[] = [];
    const inner = new WorkflowBuilder()
      .addNode('FunctionNode', 'a', { run: () => stop.abort() })
      .addNode('FunctionNode', 'b', { run: () => calls.push('b') })
      .build();
    const workflow = new WorkflowBuilder().addNode('WorkflowNode', 'w', { workflow: inner }).build();
    const run = (): unknown => new LocalRuntime().execute(workflow, { signal: stop.signal });
    assert.throws(run, WorkflowCancelledError);
    assert.deepEqual(calls, []);
  });
});
