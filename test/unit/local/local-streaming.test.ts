import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LocalRuntime, WorkflowBuilder } from '../../../src/index.ts';
import { shortEvent } from '../../shared/runtime/collect-events.ts';
import { assertStillWorks } from '../../shared/runtime/still-works.ts';

/** A chain of two nodes, and the ids of those that have run. */
const recorded = () => {
  const ran: string[] = [];
  const workflow = new WorkflowBuilder()
    .addNode('FunctionNode', 'a', { run: () => ran.push('a') })
    .addNode('FunctionNode', 'b', { run: () => ran.push('b') })
    .addConnection('a', 'result', 'b', 'x')
    .build();
  return { ran, workflow };
};

describe('TestLocalStreaming', () => {
  test('test_a_stream_that_nobody_reads_runs_nothing', () => {
    const { ran, workflow } = recorded();
    new LocalRuntime().stream(workflow);
    assert.deepEqual(ran, []);
  });

  test('test_each_event_comes_before_the_work_after_it', () => {
    const { ran, workflow } = recorded();
    const seen: string[] = [];
    for (const event of new LocalRuntime().stream(workflow))
      seen.push(`${shortEvent(event)} | ${ran.join('')}`);
    assert.deepEqual(seen, [
      'runStarted | ',
      'nodeStarted a | ',
      'nodeCompleted a | a',
      'nodeStarted b | a',
      'nodeCompleted b | ab',
      'runCompleted completed | ab',
    ]);
  });

  test('test_the_nodes_of_a_sub_workflow_run_as_its_events_are_taken', () => {
    const { ran, workflow } = recorded();
    const outer = new WorkflowBuilder().addNode('WorkflowNode', 'sub', { workflow }).build();
    const seen: string[] = [];
    for (const event of new LocalRuntime().stream(outer))
      if (event.parent !== undefined) seen.push(`${shortEvent(event)} | ${ran.join('')}`);
    assert.deepEqual(seen, [
      'runStarted | ',
      'nodeStarted a | ',
      'nodeCompleted a | a',
      'nodeStarted b | a',
      'nodeCompleted b | ab',
      'runCompleted completed | ab',
    ]);
  });

  test('test_leaving_a_stream_inside_a_sub_workflow_cancels_both_runs', () => {
    const runtime = new LocalRuntime();
    const { ran, workflow } = recorded();
    const outer = new WorkflowBuilder().addNode('WorkflowNode', 'sub', { workflow }).build();
    const ended: string[] = [];
    runtime.on('runCancelled', ({ parent }) => ended.push(parent === undefined ? 'outer' : 'inner'));
    for (const event of runtime.stream(outer))
      if (event.type === 'nodeStarted' && event.nodeId === 'b') break;
    assert.deepEqual(ended, ['inner', 'outer']);
    assert.deepEqual(ran, ['a']);
  });

  test('test_two_streams_of_one_runtime_can_be_read_in_turns', () => {
    const runtime = new LocalRuntime();
    const { workflow } = recorded();
    const one = runtime.stream(workflow)[Symbol.iterator]();
    const two = runtime.stream(workflow)[Symbol.iterator]();
    const ids = new Set<string>();
    for (let done = false; !done; ) {
      const [first, second] = [one.next(), two.next()];
      assert.equal(first.done, second.done);
      done = first.done === true;
      if (first.done !== true && second.done !== true) {
        assert.equal(shortEvent(first.value), shortEvent(second.value));
        ids.add(first.value.runId).add(second.value.runId);
      }
    }
    assert.equal(ids.size, 2);
  });

  test('test_leaving_a_stream_early_ends_its_run', async () => {
    const runtime = new LocalRuntime();
    const { ran, workflow } = recorded();
    for (const event of runtime.stream(workflow)) if (event.type === 'nodeCompleted') break;
    assert.deepEqual(ran, ['a']);
    await assertStillWorks(runtime);
    assert.deepEqual(ran, ['a']);
  });
});
