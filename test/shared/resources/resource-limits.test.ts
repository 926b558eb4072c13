import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  InvalidOptionError,
  ResourceLimitError,
  type Workflow,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { LOOK_MS } from '../../../src/resources/pressure.ts';
import type { ResourceLimits, RunEvent } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents, shortEvent } from '../runtime/collect-events.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { type AnyRuntime, kits } from '../runtime/kits.ts';
import { gives } from '../runtime/sample-nodes.ts';
import { uses } from './sample-resources.ts';

const quick = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(1)).build();

/** Uses a core for longer than the runtime looks away, before the node that is held to the limit. */
const burning = new WorkflowBuilder()
  .addNode('FunctionNode', 'burn', {
    run: () => {
      const until = performance.now() + LOOK_MS + 20;
      while (performance.now() < until);
    },
  })
  .addNode('FunctionNode', 'f', gives(1))
  .addConnection('burn', 'result', 'f', 'x')
  .build();

/** A workflow whose node runs another workflow on the same runtime, so that two runs are under way. */
const within = (runtime: AnyRuntime, workflow: Workflow): Workflow =>
  new WorkflowBuilder().addNode('FunctionNode', 'outer', { run: () => runtime.execute(workflow) }).build();

const exceeded = (events: readonly RunEvent[]): readonly unknown[] =>
  events.flatMap((event) =>
    event.type === 'resourceLimitExceeded'
      ? [[event.resource, event.limit, event.action, event.nodeId].filter((each) => each !== undefined)]
      : [],
  );

describe('TestSharedResourceLimits', () => {
  forEachSide(kits, (kit, test) => {
    const { Runtime, oneAtATime } = kit;

    test('test_a_run_over_the_limit_of_workflows_is_refused_with_events', async () => {
      const runtime = new Runtime({ resourceLimits: { maxConcurrentWorkflows: 1 } });
      const heard: RunEvent[] = [];
      runtime.on('*', (event) => heard.push(event));
      const error = await thrownBy(() => executeRuntimeWithRunId(runtime, within(runtime, quick)));
      assertError(error, WorkflowExecutionError);
      assertError(error.cause, ResourceLimitError, 'maxConcurrentWorkflows of 1', "degradation: 'queue'");
      assert.deepEqual(exceeded(heard), [['workflows', 1, 'rejected']]);
      assert.deepEqual(heard.map(shortEvent), [
        'runStarted',
        'nodeStarted outer',
        'runStarted',
        'resourceLimitExceeded',
        'runFailed',
        'nodeFailed outer',
        'runFailed',
      ]);
      assert.equal((await executeRuntimeWithRunId(runtime, quick)).status, 'completed');
    });

    test('test_failed_runs_and_left_streams_give_their_place_back', async () => {
      const runtime = new Runtime({ resourceLimits: { maxConcurrentWorkflows: 1 } });
      for await (const event of runtime.stream(quick)) if (event.type === 'nodeStarted') break;
      const failing = new WorkflowBuilder().addNode('MergeNode', 'm', { mergeType: 'mergeDict' }).build();
      const parameters = { m: { a: 1 } };
      await thrownBy(() => executeRuntimeWithRunId(runtime, failing, { parameters }));
      await thrownBy(() => executeRuntimeWithRunId(runtime, quick, { signal: AbortSignal.abort() }));
      assert.equal((await executeRuntimeWithRunId(runtime, quick)).status, 'completed');
    });

    test('test_sub_workflows_are_no_runs_of_their_own', async () => {
      const runtime = new Runtime({ resourceLimits: { maxConcurrentWorkflows: 1 } });
      const nested = new WorkflowBuilder().addNode('WorkflowNode', 'w', { workflow: quick }).build();
      assert.equal((await executeRuntimeWithRunId(runtime, nested)).status, 'completed');
    });

    test('test_warn_reports_and_goes_on', async () => {
      const resourceLimits = { maxConcurrentWorkflows: 1, enforcement: 'warn' } as const;
      const runtime = new Runtime({ resourceLimits });
      const heard: RunEvent[] = [];
      runtime.on('*', (event) => heard.push(event));
      const inside = within(runtime, within(runtime, quick));
      assert.equal((await executeRuntimeWithRunId(runtime, inside)).status, 'completed');
      const warned = ['workflows', 1, 'warned'];
      assert.deepEqual(exceeded(heard), [warned, warned]);
      heard.length = 0;
      await executeRuntimeWithRunId(runtime, quick);
      assert.deepEqual(exceeded(heard), []);
    });

    const tooMuch: readonly [resource: string, limits: ResourceLimits, workflow: Workflow, limit: number][] =
      [
        ['memory', { maxMemoryMb: 1 }, quick, 1],
        ['cpu', { maxCpuPercent: 0.5 }, burning, 0.5],
      ];
    const mayDiffer = 'the events say how much the process uses';
    for (const [resource, limits, workflow, limit] of tooMuch) {
      const run = async (more: ResourceLimits): ReturnType<typeof collectEvents> =>
        collectEvents(new Runtime({ ...oneAtATime, resourceLimits: { ...limits, ...more } }), workflow);

      test(`test_${resource}_strict_reject`, { mayDiffer }, async () => {
        const { events, error } = await run({});
        assertError(error, WorkflowExecutionError);
        assertError(error.cause, ResourceLimitError, `of ${limit} is reached`);
        assert.deepEqual(exceeded(events), [[resource, limit, 'rejected', 'f']]);
      });

      test(`test_${resource}_warn`, { mayDiffer }, async () => {
        const { events, error } = await run({ enforcement: 'warn' });
        assert.equal(error, undefined);
        assert.deepEqual(exceeded(events), [[resource, limit, 'warned', 'f']]);
      });
    }

    for (const degradation of ['queue', 'defer'] as const) {
      test(`test_memory_strict_${degradation}_waits_and_then_refuses`, { mayDiffer }, async () => {
        const resourceLimits = { maxMemoryMb: 1, degradation, queueTimeoutMs: 150 };
        const { events, error } = await collectEvents(new Runtime({ ...oneAtATime, resourceLimits }), quick);
        assertError(error, WorkflowExecutionError);
        assertError(error.cause, ResourceLimitError, 'queueTimeoutMs');
        const action = degradation === 'queue' ? 'queued' : 'deferred';
        assert.deepEqual(exceeded(events), [
          ['memory', 1, action, 'f'],
          ['memory', 1, 'rejected', 'f'],
        ]);
      });
    }

    test('test_memory_adaptive_slows_down_and_goes_on', { mayDiffer }, async () => {
      const resourceLimits = { maxMemoryMb: 1, enforcement: 'adaptive' } as const;
      const { events, error } = await collectEvents(new Runtime({ ...oneAtATime, resourceLimits }), quick);
      assert.equal(error, undefined);
      assert.deepEqual(exceeded(events), [['memory', 1, 'slowed', 'f']]);
    });

    test('test_a_limit_that_is_kept_is_not_heard_of', async () => {
      const resourceLimits = { maxMemoryMb: 1e6, maxConcurrentWorkflows: 1, maxConnections: 1 };
      const { events, error } = await collectEvents(new Runtime({ ...oneAtATime, resourceLimits }), quick);
      assert.deepEqual([error, exceeded(events)], [undefined, []]);
    });

    test('test_connections_over_the_limit_are_refused', async () => {
      const log: string[] = [];
      const runtime = new Runtime({ resourceLimits: { maxConnections: 1 } });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', uses(kit, log, 'one', 'two'))
        .build();
      const { error } = await collectEvents(runtime, workflow);
      assertError(error, WorkflowExecutionError);
      assertError(error.cause, ResourceLimitError, 'maxConnections of 1');
      assert.deepEqual(log, ['open one', 'close one']);
      await runtime.close();
    });

    test('test_warn_opens_more_connections_and_says_so', async () => {
      const log: string[] = [];
      const runtime = new Runtime({ resourceLimits: { maxConnections: 1, enforcement: 'warn' } });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', uses(kit, log, 'one', 'two'))
        .build();
      const { events, error } = await collectEvents(runtime, workflow);
      assert.equal(error, undefined);
      assert.deepEqual(exceeded(events), [['connections', 1, 'warned']]);
      await runtime.close();
    });

    test('test_adaptive_closes_idle_resources_to_make_room', async () => {
      const log: string[] = [];
      const resourceLimits = { maxConnections: 1, enforcement: 'adaptive', degradation: 'queue' } as const;
      const runtime = new Runtime({ persistent: true, resourceLimits });
      const one = new WorkflowBuilder().addNode('FunctionNode', 'f', uses(kit, log, 'one')).build();
      const two = new WorkflowBuilder().addNode('FunctionNode', 'f', uses(kit, log, 'two')).build();
      await executeRuntimeWithRunId(runtime, one);
      await executeRuntimeWithRunId(runtime, two);
      assert.deepEqual(log, ['open one', 'close one', 'open two']);
      await runtime.close();
    });

    const bad: readonly [limits: unknown, says: string][] = [
      [{}, 'at least one of maxConcurrentWorkflows'],
      [{ maxConcurrentWorkflows: 0 }, 'from 1'],
      [{ maxMemoryMb: -5 }, 'greater than 0'],
      [{ maxCpuPercent: 101 }, 'up to 100'],
      [{ maxConnections: 1, enforcement: 'lenient' }, "'strict'"],
      [{ maxConnections: 1, degradation: 'drop' }, "'queue'"],
      [{ maxConcurrentWorkflow: 3 }, 'unknown entry'],
    ];
    for (const [resourceLimits, says] of bad) {
      test(`test_bad_limits_${JSON.stringify(resourceLimits)}`, async () => {
        const error = await thrownBy(() => Reflect.construct(Runtime, [{ resourceLimits }]));
        assertError(error, InvalidOptionError, 'resourceLimits', says);
      });
    }
  });
});
