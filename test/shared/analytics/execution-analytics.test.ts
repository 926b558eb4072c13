import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  AnalyticsDisabledError,
  criticalPath,
  InvalidOptionError,
  MemoryRunHistoryStore,
  secret,
  WorkflowBuilder,
} from '../../../src/index.ts';
import type { RunHistoryQuery } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { counter } from '../runtime/sample-cycles.ts';
import { fails, failsFirst, gives } from '../runtime/sample-nodes.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';

/** Config of a function node that holds its thread for some milliseconds. */
const takes = (ms: number) => ({
  run: (): number => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    return ms;
  },
});

const branching = new WorkflowBuilder('branching')
  .addNode('SwitchNode', 'isLarge', { conditionField: 'total', operator: '>', value: 5 })
  .addNode('FunctionNode', 'large', gives('large'))
  .addNode('FunctionNode', 'small', gives('small'))
  .addConnection('isLarge', 'trueOutput', 'large', 'input')
  .addConnection('isLarge', 'falseOutput', 'small', 'input')
  .build();

const plain = new WorkflowBuilder('plain').addNode('FunctionNode', 'a', gives(1)).build();

const BAD_QUERIES: readonly (readonly [query: unknown, ...parts: readonly string[]])[] = [
  [{ last: 0 }, 'last', '0'],
  [{ last: 1.5 }, 'last'],
  [{ since: 'yesterday' }, 'since', 'yesterday'],
  [{ until: new Date('never') }, 'until'],
  [{ status: 'done' }, 'status', 'done', 'cancelled'],
  [{ workfow: 'orders' }, 'workfow', "'workflow'"],
  [7, 'query'],
];

describe('TestSharedExecutionAnalytics', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    const runtimeWith = (options = {}) =>
      new Runtime({ ...oneAtATime, analytics: { store: new MemoryRunHistoryStore() }, ...options });

    test('test_analytics_durations_are_those_that_nodes_take', async () => {
      const runtime = runtimeWith();
      const slow = new WorkflowBuilder('slow').addNode('FunctionNode', 'slow', takes(15)).build();
      await executeRuntime(runtime, slow);
      await executeRuntime(runtime, slow);
      const { nodes, runs } = await runtime.getExecutionAnalytics();
      const { durations } = nodes[0] ?? assert.fail();
      assert.equal(durations.count, 2);
      for (const ms of [
        durations.minMs,
        durations.p50Ms,
        durations.p99Ms,
        durations.meanMs,
        durations.maxMs,
      ]) {
        // A timer may ring one millisecond early.
        assert.ok(ms !== null && ms >= 14 && ms <= (durations.maxMs ?? 0), `${ms} ms`);
      }
      assert.equal(
        durations.buckets.reduce((sum, { count }) => sum + count, 0),
        2,
      );
      assert.ok((runs.durations.minMs ?? 0) >= (durations.minMs ?? 0));
    });

    test('test_analytics_count_what_retries_were_good_for', async () => {
      const runtime = runtimeWith({ onError: 'continue', retry: { maxAttempts: 3 } });
      const retried = new WorkflowBuilder('retried')
        .addNode('FunctionNode', 'rescued', failsFirst(2, 'late'))
        .addNode('FunctionNode', 'lost', fails(new Error('never')))
        .addNode('FunctionNode', 'fine', gives(1))
        .build();
      await executeRuntime(runtime, retried);
      const { retry, nodes, runs } = await runtime.getExecutionAnalytics();
      assert.deepEqual(retry, { retries: 4, retried: 2, rescued: 1, effectiveness: 0.5 });
      assert.deepEqual(
        nodes.map(({ path, completed, failed, retry: { effectiveness } }) => [
          path,
          completed,
          failed,
          effectiveness,
        ]),
        [
          ['fine', 1, 0, null],
          ['lost', 0, 1, 0],
          ['rescued', 1, 0, 1],
        ],
      );
      assert.deepEqual([runs.partial, runs.successRate], [1, 0]);
      const [record] = await runtime.getRunHistory();
      assert.deepEqual(
        record?.nodes[0]?.attempts.map(({ outcome }) => outcome),
        ['failed', 'failed', 'completed'],
      );
    });

    test('test_analytics_count_which_branches_were_taken', async () => {
      const runtime = runtimeWith({ conditionalExecution: 'skip_branches' });
      for (const total of [9, 8, 1, 7]) {
        await executeRuntime(runtime, branching, { parameters: { isLarge: { total } } });
      }
      const { branches, nodes } = await runtime.getExecutionAnalytics();
      assert.deepEqual(branches, [
        {
          workflow: 'branching',
          path: 'isLarge',
          executions: 4,
          ports: [
            { port: 'conditionResult', count: 4, share: 1 },
            { port: 'falseOutput', count: 1, share: 0.25 },
            { port: 'trueOutput', count: 3, share: 0.75 },
          ],
        },
      ]);
      assert.deepEqual(
        nodes.map(({ path, executions, skipped }) => `${path} ${executions} ${skipped}`),
        ['isLarge 4 0', 'large 3 1', 'small 1 3'],
      );
    });

    test('test_analytics_tell_no_branch_that_a_mask_hides', async () => {
      const runtime = runtimeWith({
        accessControl: {
          strategy: 'rbac',
          rules: [
            {
              id: 'run',
              effect: 'allow',
              actions: ['executeWorkflow', 'executeNode', 'writeInput', 'readOutput'],
            },
            { id: 'hide', effect: 'deny', actions: ['readOutput'], nodes: ['isLarge'] },
          ],
        },
        userContext: { userId: 'ada' },
      });
      await executeRuntime(runtime, branching, { parameters: { isLarge: { total: 9 } } });
      assert.deepEqual((await runtime.getExecutionAnalytics()).branches, []);
    });

    test('test_analytics_count_iterations_and_items', async () => {
      const runtime = runtimeWith();
      await executeRuntime(runtime, counter({ maxIterations: 3 }));
      const items = new WorkflowBuilder('items')
        .addNode('LoopNode', 'each', { items: [1, 2, 3, 4], workflow: branching, onError: 'skip' })
        .build();
      await executeRuntime(runtime, items);
      const { nodes } = await runtime.getExecutionAnalytics();
      assert.deepEqual(
        nodes.map(({ workflow, path, executions, failed }) => [workflow, path, executions, failed]),
        [
          ['items', 'each', 1, 0],
          ['items', 'each/*', 4, 4],
          ['items', 'each/*/isLarge', 4, 4],
          ['workflow', 'count', 3, 0],
        ],
      );
    });

    test('test_analytics_critical_path_and_slack_of_a_run', async () => {
      const runtime = runtimeWith();
      const diamond = new WorkflowBuilder('diamond')
        .addNode('FunctionNode', 'begin', gives(1))
        .addNode('FunctionNode', 'slow', takes(40))
        .addNode('FunctionNode', 'fast', takes(5))
        .addNode('MergeNode', 'end')
        .addConnection('begin', 'result', 'slow', 'x')
        .addConnection('begin', 'result', 'fast', 'x')
        .addConnection('slow', 'result', 'end', 'slow')
        .addConnection('fast', 'result', 'end', 'fast')
        .build();
      await executeRuntime(runtime, diamond);
      const [record] = await runtime.getRunHistory();
      const path = criticalPath(record ?? assert.fail());
      assert.deepEqual(
        path.nodes.map(({ nodeId }) => nodeId),
        ['begin', 'slow', 'end'],
      );
      const slack = path.slack.find(({ nodeId }) => nodeId === 'fast');
      const [slow, fast] = ['slow', 'fast'].map(
        (id) => path.slack.find(({ nodeId }) => nodeId === id)?.durationMs ?? 0,
      );
      assert.ok(Math.abs((slack?.slackMs ?? 0) - ((slow ?? 0) - (fast ?? 0))) < 0.01);
      const { nodes } = await runtime.getExecutionAnalytics();
      assert.deepEqual(
        nodes.map(({ path: id, critical }) => `${id} ${critical}`),
        ['begin 1', 'end 1', 'fast 0', 'slow 1'],
      );
    });

    test('test_analytics_queries_choose_runs', async () => {
      const runtime = runtimeWith();
      await executeRuntime(runtime, plain);
      const first = runtime.lastRunId ?? '';
      await executeRuntime(runtime, branching, { parameters: { isLarge: { total: 1 } } });
      await thrownBy(() => executeRuntime(runtime, plain, { signal: AbortSignal.abort() }));
      const [last] = await runtime.getRunHistory({ last: 1 });
      const startedAt = last?.startedAt ?? 0;
      const queries: readonly RunHistoryQuery[] = [
        {},
        { workflow: 'plain' },
        { workflow: 'plain', status: 'completed' },
        { runId: first },
        { last: 2 },
        { since: startedAt + 60_000 },
        { until: new Date(startedAt + 60_000), since: 0 },
        { workflow: 'unknown' },
      ];
      const totals: number[] = [];
      for (const query of queries) totals.push((await runtime.getExecutionAnalytics(query)).runs.total);
      assert.deepEqual(totals, [3, 2, 1, 1, 2, 0, 3, 0]);
    });

    test('test_analytics_answers_are_frozen_to_their_depth', async () => {
      const runtime = runtimeWith();
      await executeRuntime(runtime, plain);
      const analytics = await runtime.getExecutionAnalytics();
      const [record] = await runtime.getRunHistory();
      for (const part of [analytics, analytics.runs, analytics.nodes, analytics.nodes[0]?.durations]) {
        assert.ok(Object.isFrozen(part));
      }
      for (const part of [record, record?.nodes, record?.nodes[0]?.attempts, record?.graph.nodes]) {
        assert.ok(Object.isFrozen(part));
      }
    });

    for (const [query, ...parts] of BAD_QUERIES) {
      test(`test_analytics_refuse_the_query_${JSON.stringify(query)}`, async () => {
        const runtime = runtimeWith();
        const bad = query as RunHistoryQuery;
        for (const ask of [() => runtime.getExecutionAnalytics(bad), () => runtime.getRunHistory(bad)]) {
          assertError(await thrownBy(ask), InvalidOptionError, ...parts);
        }
      });
    }

    test('test_analytics_that_are_off_say_how_to_switch_them_on', async () => {
      const runtime = new Runtime();
      for (const method of ['getExecutionAnalytics', 'getRunHistory'] as const) {
        const error = await thrownBy(() => runtime[method]());
        assertError(
          error,
          AnalyticsDisabledError,
          `${method}()`,
          'analytics: { store: new MemoryRunHistoryStore() }',
        );
      }
    });

    test('test_analytics_refuse_what_is_no_store', async () => {
      const bad = { analytics: { store: { append: () => undefined } } } as never;
      assertError(
        await thrownBy(() => new Runtime(bad)),
        InvalidOptionError,
        'analytics.store',
        'append, list',
      );
      const other = { analytics: { store: new MemoryRunHistoryStore(), onStoreFailure: 'stop' } } as never;
      assertError(
        await thrownBy(() => new Runtime(other)),
        InvalidOptionError,
        'onStoreFailure',
        'warn',
        'fail',
      );
    });

    test('test_analytics_hold_no_secret', async () => {
      const runtime = runtimeWith({ secretProvider: { sync: () => 'tok-4711' }, onError: 'continue' });
      const leaking = new WorkflowBuilder('leaking')
        .addNode('FunctionNode', 'call', {
          inputs: { token: secret('TOKEN') },
          run: ({ token }) => ({ token }),
        })
        .addNode('FunctionNode', 'throw', {
          inputs: { token: secret('TOKEN') },
          run: ({ token }) => {
            throw Object.assign(new Error(`no ${token}`), { code: String(token), name: String(token) });
          },
        })
        .build();
      await executeRuntime(runtime, leaking);
      const kept = JSON.stringify([await runtime.getRunHistory(), await runtime.getExecutionAnalytics()]);
      assert.ok(!kept.includes('tok-4711'));
    });
  });
});
