import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { InvalidOptionError, WorkflowBuilder } from '../../../src/index.ts';
import type { RunEvent } from '../../../types/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { echo, fails, gives } from './sample-nodes.ts';
import { assertStillWorks } from './still-works.ts';

const chain = () =>
  new WorkflowBuilder('chain')
    .addNode('FunctionNode', 'a', gives({ v: 1 }))
    .addNode('FunctionNode', 'b', echo)
    .addConnection('a', 'v', 'b', 'x')
    .build();

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('TestSharedStreaming', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_the_stream_of_a_run', async () => {
      const { events, error } = await collectEvents(new Runtime(oneAtATime), chain());
      assert.equal(error, undefined);
      const runId = events[0]?.runId;
      assert.match(String(runId), UUID_V7);
      assert.deepEqual(events, [
        { type: 'runStarted', runId, workflow: 'chain' },
        { type: 'nodeStarted', runId, nodeId: 'a', nodeType: 'FunctionNode' },
        { type: 'nodeCompleted', runId, nodeId: 'a', nodeType: 'FunctionNode', output: { v: 1 } },
        { type: 'nodeStarted', runId, nodeId: 'b', nodeType: 'FunctionNode' },
        { type: 'nodeCompleted', runId, nodeId: 'b', nodeType: 'FunctionNode', output: { got: { x: 1 } } },
        { type: 'runCompleted', runId, status: 'completed' },
      ]);
    });

    test('test_listeners_hear_what_the_stream_gives', async () => {
      const runtime = new Runtime(oneAtATime);
      const heard: RunEvent[] = [];
      runtime.on('*', (event) => heard.push(event));
      const { events } = await collectEvents(runtime, chain());
      assert.deepEqual(heard, events);
    });

    test('test_listeners_hear_a_run_without_a_stream', async () => {
      const runtime = new Runtime(oneAtATime);
      const heard: string[] = [];
      const completed: unknown[] = [];
      runtime.on('*', (event) => heard.push(shortEvent(event)));
      runtime.on('nodeCompleted', (event) => completed.push(event.output));
      const { runId } = await executeRuntimeWithRunId(runtime, chain());
      assert.equal(runtime.lastRunId, runId);
      assert.equal(
        heard.join(', '),
        'runStarted, nodeStarted a, nodeCompleted a, nodeStarted b, nodeCompleted b, runCompleted completed',
      );
      assert.deepEqual(completed, [{ v: 1 }, { got: { x: 1 } }]);
    });

    test('test_a_listener_can_be_removed', async () => {
      const runtime = new Runtime();
      let heard = 0;
      const stop = runtime.on('runStarted', () => {
        heard += 1;
      });
      await assertStillWorks(runtime);
      assert.equal(stop(), undefined);
      let later = 0;
      runtime.on('runStarted', () => {
        later += 1;
      });
      stop();
      await assertStillWorks(runtime);
      assert.deepEqual([heard, later], [1, 1]);
    });

    test('test_an_unknown_event_name_is_refused', async () => {
      const runtime = new Runtime();
      const name = JSON.parse('"nodeComplete"');
      const error = await thrownBy(() => runtime.on(name, () => undefined));
      assertError(error, InvalidOptionError, 'nodeComplete', "'nodeCompleted'");
      await assertStillWorks(runtime);
    });

    test('test_the_stream_throws_the_error_of_the_run_after_its_last_event', async () => {
      const runtime = new Runtime();
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'bad', fails(new Error('no'))).build();
      const { events, error } = await collectEvents(runtime, workflow);
      const last = events.at(-1);
      assert.ok(last?.type === 'runFailed');
      assert.equal(last.error, error);
      await assertStillWorks(runtime);
    });

    test('test_each_stream_is_a_run_of_its_own', async () => {
      const runtime = new Runtime();
      const first = await collectEvents(runtime, chain());
      const second = await collectEvents(runtime, chain());
      assert.notEqual(first.events[0]?.runId, second.events[0]?.runId);
    });

    test('test_run_ids_are_uuids_of_version_7_in_ascending_order', async () => {
      const runtime = new Runtime();
      const ids: string[] = [];
      for (let run = 0; run < 20; run += 1) ids.push((await executeRuntimeWithRunId(runtime, chain())).runId);
      for (const id of ids) assert.match(id, UUID_V7);
      assert.equal(new Set(ids).size, 20);
      assert.deepEqual([...ids].sort(), ids);
    });

    test('test_there_is_no_last_run_before_the_first', () => {
      assert.equal(new Runtime().lastRunId, undefined);
    });

    test('test_the_events_of_a_sub_workflow_come_within_those_of_its_node', async () => {
      const outer = new WorkflowBuilder('outer')
        .addNode('WorkflowNode', 'sub', { workflow: chain() })
        .addNode('FunctionNode', 'after', echo)
        .addConnection('sub', 'b', 'after', 'x')
        .build();
      const { events } = await collectEvents(new Runtime(oneAtATime), outer);
      const told = events.map((event) => `${event.parent === undefined ? '' : '  '}${shortEvent(event)}`);
      assert.deepEqual(told, [
        'runStarted',
        'nodeStarted sub',
        '  runStarted',
        '  nodeStarted a',
        '  nodeCompleted a',
        '  nodeStarted b',
        '  nodeCompleted b',
        '  runCompleted completed',
        'nodeCompleted sub',
        'nodeStarted after',
        'nodeCompleted after',
        'runCompleted completed',
      ]);
    });

    test('test_conditional_skips_are_events_of_the_stream', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', { value: 1 })
        .addNode('FunctionNode', 'no', echo)
        .addConnection('switch', 'falseOutput', 'no', 'x')
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const { events } = await collectEvents(runtime, workflow, { parameters: { switch: { input: 1 } } });
      assert.deepEqual(
        events.filter((event) => event.type === 'nodeSkipped'),
        [{ type: 'nodeSkipped', runId: runtime.lastRunId, nodeId: 'no', nodeType: 'FunctionNode' }],
      );
    });
  });
});
