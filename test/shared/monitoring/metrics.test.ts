import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  AuditSinkError,
  CheckpointMemory,
  InvalidOptionError,
  MetricsDisabledError,
  memoryAuditSink,
  WorkflowBuilder,
} from '../../../src/index.ts';
import type { AuditSink, NodeCounts, RunCounts } from '../../../types/index.ts';
import { kits as durableKits } from '../durability/kits.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { kits } from '../runtime/kits.ts';
import { fails, gives } from '../runtime/sample-nodes.ts';
import { failing, journeys, waiting } from './every-path.ts';
import { forEachSide } from './for-each-side.ts';

const NO_RUNS: RunCounts = {
  started: 0,
  resumed: 0,
  completed: 0,
  partial: 0,
  failed: 0,
  cancelled: 0,
  denied: 0,
  inFlight: 0,
  queued: 0,
};

const NO_NODES: NodeCounts = { started: 0, completed: 0, failed: 0, skipped: 0, retried: 0 };

const simple = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(1)).build();

/** A sink that fails from its n-th entry on. */
const failingSink = (from: number): AuditSink => {
  const sink = memoryAuditSink();
  const append: AuditSink['append'] = (entry) => {
    if (entry.sequence >= from) throw new Error('the disk is full');
    return sink.append(entry);
  };
  return { head: sink.head, append };
};

describe('TestSharedMetrics', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    for (const { path, workflow, nodes } of journeys) {
      test(`test_metrics_count_runs_and_nodes_${path}`, async () => {
        const runtime = new Runtime({ metrics: true, conditionalExecution: 'skip_branches', ...oneAtATime });
        await executeRuntime(runtime, workflow);
        const first = runtime.getRuntimeMetrics();
        assert.deepEqual(first.runs, { ...NO_RUNS, started: 1, completed: 1 });
        assert.deepEqual(first.nodes, nodes);
        await collectEvents(runtime, workflow);
        const second = runtime.getRuntimeMetrics();
        assert.deepEqual(second.runs, { ...NO_RUNS, started: 2, completed: 2 });
        const doubled = Object.fromEntries(Object.entries(nodes).map(([name, count]) => [name, count * 2]));
        assert.deepEqual(second.nodes, doubled);
        assert.equal(second.nodeDurations.count, 2 * nodes.completed);
        assert.equal(second.runDurations.count, 2);
        assert.deepEqual(first.nodes, nodes, 'a snapshot stays as it was');
        await runtime.close();
      });
    }

    test('test_metrics_tell_how_runs_have_ended', async () => {
      const runtime = new Runtime({ metrics: true, accessControl: { strategy: 'rbac', rules: [] } as never });
      await thrownBy(() => executeRuntime(runtime, simple));
      assert.deepEqual(runtime.getRuntimeMetrics().runs, { ...NO_RUNS, started: 1, denied: 1 });

      const open = new Runtime({ metrics: true });
      await executeRuntime(open, simple);
      await executeRuntime(open, failing, { onError: 'continue' });
      await thrownBy(() => executeRuntime(open, failing));
      await thrownBy(() => executeRuntime(open, simple, { signal: AbortSignal.abort() }));
      for await (const event of open.stream(waiting)) if (event.type === 'nodeRetried') break;
      const { runs, nodes } = open.getRuntimeMetrics();
      assert.deepEqual(runs, { ...NO_RUNS, started: 5, completed: 1, partial: 1, failed: 1, cancelled: 2 });
      assert.deepEqual(nodes, { started: 4, completed: 1, failed: 2, skipped: 0, retried: 1 });
    });

    test('test_metrics_tell_of_runs_in_flight', async () => {
      const runtime = new Runtime({ metrics: true });
      const inFlight = (): number => runtime.getRuntimeMetrics().runs.inFlight;
      const asking = new WorkflowBuilder().addNode('FunctionNode', 'ask', { run: inFlight }).build();
      assert.deepEqual(await executeRuntime(runtime, asking), { ask: { result: 1 } });
      assert.equal(inFlight(), 0);
    });

    test('test_metrics_are_kept_by_node_type', async () => {
      const runtime = new Runtime({ metrics: true, onError: 'continue' });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', gives(1))
        .addNode('FunctionNode', 'g', fails(new Error('no')))
        .addNode('CodeNode', 'c', { code: 'result = 1' })
        .build();
      await executeRuntime(runtime, workflow);
      const { nodeTypes } = runtime.getRuntimeMetrics();
      const counts = Object.entries(nodeTypes).map(([type, { durations, ...each }]) => [
        type,
        each,
        durations.count,
      ]);
      assert.deepEqual(counts, [
        ['FunctionNode', { ...NO_NODES, started: 2, completed: 1, failed: 1 }, 2],
        ['CodeNode', { ...NO_NODES, started: 1, completed: 1 }, 1],
      ]);
    });

    test('test_metrics_put_durations_into_buckets_that_grow', async () => {
      const runtime = new Runtime({ metrics: true });
      const slow = new WorkflowBuilder()
        .addNode('FunctionNode', 'slow', {
          run: () => {
            const until = performance.now() + 12;
            while (performance.now() < until);
          },
        })
        .build();
      await executeRuntime(runtime, slow);
      const { nodeDurations, runDurations } = runtime.getRuntimeMetrics();
      for (const { buckets, count, sumMs } of [nodeDurations, runDurations]) {
        assert.equal(count, 1);
        assert.ok(sumMs >= 12, String(sumMs));
        assert.equal(buckets.find(({ atMostMs }) => atMostMs === 10)?.count, 0);
        assert.equal(buckets.at(-1)?.count, 1);
        const sorted = buckets.map((bucket) => bucket.count).sort((one, other) => one - other);
        assert.deepEqual(
          buckets.map((bucket) => bucket.count),
          sorted,
        );
      }
      assert.ok(runDurations.sumMs >= nodeDurations.sumMs);
    });

    test('test_metrics_count_breakers_bulkheads_and_limits', async () => {
      const runtime = new Runtime({
        metrics: true,
        resourceLimits: { maxConcurrentWorkflows: 2 },
        circuitBreaker: { opensAfter: { failures: 1 } },
      });
      await thrownBy(() => executeRuntime(runtime, failing));
      await thrownBy(() => executeRuntime(runtime, failing));
      const { circuitBreakerTrips, refusals } = runtime.getRuntimeMetrics();
      assert.equal(circuitBreakerTrips, 1);
      assert.deepEqual(refusals, {
        circuitBreakers: 1,
        bulkheads: 0,
        resourceLimits: { workflows: 0, connections: 0, memory: 0, cpu: 0 },
      });

      const narrow = new Runtime({
        metrics: true,
        onError: 'continue',
        resourceLimits: { maxConcurrentWorkflows: 1 },
      });
      const again = (): unknown => narrow.execute(simple);
      const within = new WorkflowBuilder().addNode('FunctionNode', 'outer', { run: again }).build();
      await executeRuntime(narrow, within);
      assert.equal(narrow.getRuntimeMetrics().refusals.resourceLimits.workflows, 2);

      const one = { name: 'api', maxConcurrent: 1 };
      const full = new Runtime({ metrics: true, onError: 'continue' });
      const wanting = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', { ...gives(1), bulkhead: one })
        .build();
      const holding = new WorkflowBuilder()
        .addNode('FunctionNode', 'outer', { run: () => full.execute(wanting), bulkhead: one })
        .build();
      await executeRuntime(full, holding);
      assert.equal(full.getRuntimeMetrics().refusals.bulkheads, 1);
    });

    test('test_metrics_end_a_run_whose_end_the_audit_log_refuses', async () => {
      const runtime = new Runtime({ metrics: true, audit: { sink: failingSink(2) } });
      const seen: string[] = [];
      runtime.on('*', ({ type }) => seen.push(type));
      const error = await thrownBy(() => executeRuntime(runtime, simple));
      assertError(error, AuditSinkError);
      assert.deepEqual(runtime.getRuntimeMetrics().runs, { ...NO_RUNS, started: 1, failed: 1 });
      assert.deepEqual(seen, ['runStarted', 'nodeStarted', 'nodeCompleted', 'runFailed']);
    });

    test('test_metrics_are_frozen_and_tell_of_the_process', () => {
      const runtime = new Runtime({ metrics: true });
      const metrics = runtime.getRuntimeMetrics();
      const parts = [metrics, ...Object.values(metrics)].filter((part) => typeof part === 'object');
      assert.ok(parts.every((part) => Object.isFrozen(part)));
      assert.throws(() => Object.assign(metrics.runs, { started: 7 }), TypeError);
      const { memory, eventLoop, uptimeMs } = metrics;
      assert.ok(memory.residentBytes > memory.heapUsedBytes && memory.heapUsedBytes > 0);
      assert.ok(eventLoop.utilization >= 0 && eventLoop.utilization <= 1);
      assert.ok(uptimeMs > 0);
    });

    test('test_metrics_of_two_runtimes_are_their_own', async () => {
      const [one, other] = [new Runtime({ metrics: true }), new Runtime({ metrics: true })];
      await executeRuntime(one, simple);
      assert.equal(one.getRuntimeMetrics().runs.started, 1);
      assert.deepEqual(other.getRuntimeMetrics().runs, NO_RUNS);
    });

    test('test_metrics_have_to_be_asked_for', async () => {
      const runtime = new Runtime();
      const error = await thrownBy(() => runtime.getRuntimeMetrics());
      assertError(error, MetricsDisabledError, 'counts nothing', 'metrics: true');
      const wrong = await thrownBy(() => new Runtime({ metrics: 'yes' } as never));
      assertError(wrong, InvalidOptionError, 'metrics', "'yes'");
    });

    const why = 'what is allowed is named, and the async runtime allows more';
    test('test_metrics_misspelt_are_refused', { mayDiffer: why }, async () => {
      const misspelt = await thrownBy(() => new Runtime({ metric: true } as never));
      assertError(misspelt, InvalidOptionError, 'metric', "Did you mean 'metrics'?");
    });
  });

  forEachSide(durableKits, ({ Runtime, MemoryStore }, test) => {
    test('test_metrics_count_a_run_that_goes_on', async () => {
      const store = new MemoryStore(new CheckpointMemory());
      let isBroken = true;
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', gives({ n: 1 }))
        .addNode('FunctionNode', 'b', {
          run: () => {
            if (isBroken) throw new Error('not yet');
            return 1;
          },
        })
        .addConnection('a', 'n', 'b', 'n')
        .build();
      const runtime = new Runtime({ metrics: true, durability: { store } } as never);
      await thrownBy(() => runtime.execute(workflow));
      isBroken = false;
      await runtime.resume(String(runtime.lastRunId), workflow);
      const { runs, nodes } = runtime.getRuntimeMetrics();
      assert.deepEqual(runs, { ...NO_RUNS, started: 1, resumed: 1, failed: 1, completed: 1 });
      assert.deepEqual(nodes, { ...NO_NODES, started: 3, completed: 2, failed: 1 });
    });
  });
});
