import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { AsyncLocalRuntime, WorkflowBuilder } from '../../../src/index.ts';
import { shortEvent } from '../../shared/runtime/collect-events.ts';
import { gives } from '../../shared/runtime/sample-nodes.ts';
import { assertStillWorks } from '../../shared/runtime/still-works.ts';

describe('TestAsyncStreaming', () => {
  test('test_events_come_as_they_happen', async () => {
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'waits', { run: () => released }).build();
    const seen: string[] = [];
    for await (const event of new AsyncLocalRuntime().stream(workflow)) {
      seen.push(shortEvent(event));
      // Only the reader of `nodeStarted` can let the node end: events held back until the end would hang.
      if (event.type === 'nodeStarted') release?.();
    }
    assert.deepEqual(seen, [
      'runStarted',
      'nodeStarted waits',
      'nodeCompleted waits',
      'runCompleted completed',
    ]);
  });

  test('test_leaving_the_stream_early_cancels_the_run', async () => {
    const runtime = new AsyncLocalRuntime();
    const seen: string[] = [];
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'quick', gives({ v: 1 }))
      .addNode('FunctionNode', 'stuck', {
        run: async (_, { signal }) => {
          await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
          seen.push('aborted');
        },
      })
      .addNode('FunctionNode', 'never', { run: () => seen.push('never') })
      .addConnection('stuck', 'result', 'never', 'x')
      .build();
    for await (const event of runtime.stream(workflow)) if (event.type === 'nodeCompleted') break;
    await turn();
    assert.deepEqual(seen, ['aborted']);
    await assertStillWorks(runtime);
    assert.deepEqual(seen, ['aborted']);
  });

  test('test_leaving_a_stream_inside_a_sub_workflow_cancels_both_runs', async () => {
    const inner = new WorkflowBuilder()
      .addNode('FunctionNode', 'stuck', {
        run: (_, { signal }) =>
          new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
      })
      .build();
    const outer = new WorkflowBuilder().addNode('WorkflowNode', 'sub', { workflow: inner }).build();
    const runtime = new AsyncLocalRuntime();
    const ended: string[] = [];
    runtime.on('runCancelled', ({ parent }) => ended.push(parent === undefined ? 'outer' : 'inner'));
    for await (const event of runtime.stream(outer))
      if (event.type === 'nodeStarted' && event.nodeId === 'stuck') break;
    assert.deepEqual(ended, ['inner', 'outer']);
  });

  test('test_closing_waits_for_the_run_of_a_stream', async () => {
    let release: (() => void) | undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'waits', { run: () => released }).build();
    const runtime = new AsyncLocalRuntime();
    const order: string[] = [];
    runtime.on('runCompleted', () => order.push('completed'));
    const events = runtime.stream(workflow)[Symbol.asyncIterator]();
    await events.next();
    const closed = runtime.close().then(() => order.push('closed'));
    for (let turns = 0; turns < 5; turns += 1) await turn();
    assert.deepEqual(order, []);
    release?.();
    await closed;
    assert.deepEqual(order, ['completed', 'closed']);
  });

  test('test_a_slow_reader_loses_no_event', async () => {
    const builder: WorkflowBuilder = new WorkflowBuilder();
    for (let index = 0; index < 50; index += 1)
      builder.addNode('FunctionNode', `n${index}`, { run: async () => index });
    const types: string[] = [];
    for await (const event of new AsyncLocalRuntime().stream(builder.build())) {
      types.push(event.type);
      await turn();
    }
    assert.equal(types.length, 102);
    assert.deepEqual([types[0], types.at(-1)], ['runStarted', 'runCompleted']);
  });

  test('test_a_stream_that_nobody_reads_runs_nothing', async () => {
    let ran = 0;
    const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', { run: () => (ran += 1) }).build();
    new AsyncLocalRuntime().stream(workflow);
    for (let turns = 0; turns < 5; turns += 1) await turn();
    assert.equal(ran, 0);
  });
});
