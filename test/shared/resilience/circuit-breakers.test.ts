import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CircuitOpenError,
  InvalidConfigError,
  InvalidOptionError,
  PolicyConflictError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { CircuitBreakerPolicy, RunEvent } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents, shortEvent } from '../runtime/collect-events.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { type AnyRuntime, kits } from '../runtime/kits.ts';
import { fails, gives } from '../runtime/sample-nodes.ts';
import { paths } from './paths.ts';

const HOUR = 3_600_000;
const boom = new Error('boom');
const afterTwo: CircuitBreakerPolicy = { name: 'api', opensAfter: { failures: 2 }, openMs: HOUR };

/** A function node that fails while it is told to. */
const switchable = () => {
  const state = { down: true, calls: 0 };
  const run = (): unknown => {
    state.calls += 1;
    if (state.down) throw boom;
    return 'up';
  };
  return { state, run };
};

const circuitEvents = (events: readonly RunEvent[]): readonly string[] =>
  events.filter(({ type }) => type.startsWith('circuit')).map(shortEvent);

const states = (runtime: AnyRuntime): readonly unknown[] =>
  runtime.getCircuitBreakers().map(({ name, state, failures }) => [name, state, failures]);

describe('TestSharedCircuitBreakers', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    for (const [path, make] of paths) {
      test(`test_it_opens_across_runs_and_refuses_on_the_path_${path}`, async () => {
        const { state, run } = switchable();
        const runtime = new Runtime({ onError: 'continue' });
        const workflow = make({ run, circuitBreaker: afterTwo });
        const runs = [];
        for (let index = 0; index < 4; index += 1) runs.push(await collectEvents(runtime, workflow));
        assert.equal(state.calls, 2);
        assert.deepEqual(
          runs.map(({ events }) => circuitEvents(events).length),
          [0, 1, 0, 0],
        );
        const failed = runs[3]?.events.find((event) => event.type === 'nodeFailed');
        assertError(failed?.error, CircuitOpenError, "'f'", "'api'", 'opensAfter');
        assert.ok(failed.error.retryAfterMs > 0);
        assert.deepEqual(states(runtime), [['api', 'open', 2]]);
      });
    }

    test('test_a_probe_closes_it', async () => {
      const { state, run } = switchable();
      const runtime = new Runtime({ onError: 'continue' });
      const circuitBreaker = { opensAfter: { failures: 1 }, openMs: 0, closesAfter: 2 };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', { run, circuitBreaker }).build();
      const seen: (readonly string[])[] = [];
      const once = async (): Promise<unknown> =>
        seen.push(circuitEvents((await collectEvents(runtime, workflow)).events));
      await once();
      await once();
      state.down = false;
      await once();
      await once();
      assert.deepEqual(seen, [
        ['circuitOpened f'],
        ['circuitHalfOpened f', 'circuitOpened f'],
        ['circuitHalfOpened f'],
        ['circuitClosed f'],
      ]);
      assert.deepEqual(runtime.getCircuitBreakers(), [
        { name: 'FunctionNode', state: 'closed', failures: 0, retryAfterMs: 0 },
      ]);
    });

    test('test_nodes_of_a_type_share_the_runtimes_breaker_and_runtimes_share_none', async () => {
      const options = { onError: 'continue', circuitBreaker: { opensAfter: { failures: 2 } } } as const;
      const runtime = new Runtime({ ...options, ...oneAtATime });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', fails(boom))
        .addNode('FunctionNode', 'b', fails(boom))
        .addNode('FunctionNode', 'c', gives(1))
        .addNode('MergeNode', 'd', {})
        .build();
      const { results } = await executeRuntimeWithRunId(runtime, workflow);
      assertError(Object(results.c).error, CircuitOpenError, "'FunctionNode'");
      assert.deepEqual(states(runtime), [
        ['FunctionNode', 'open', 2],
        ['MergeNode', 'closed', 0],
      ]);
      assert.deepEqual(new Runtime(options).getCircuitBreakers(), []);
    });

    test('test_it_counts_attempts_and_a_refusal_is_not_tried_again', async () => {
      const { state, run } = switchable();
      const retry = { maxAttempts: 9 };
      const config = { run, retry, circuitBreaker: afterTwo };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
      const { events, error } = await collectEvents(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError);
      assertError(error.cause, CircuitOpenError);
      assert.deepEqual([state.calls, events.filter(({ type }) => type === 'nodeRetried').length], [2, 2]);
    });

    test('test_a_refusal_is_tried_again_where_the_policy_names_it', async () => {
      const retry = { maxAttempts: 4, retryOn: ['Error'] };
      const config = { ...fails(boom), retry, circuitBreaker: afterTwo };
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();
      const { events } = await collectEvents(new Runtime(), workflow);
      assert.equal(events.filter(({ type }) => type === 'nodeRetried').length, 3);
    });

    test('test_only_errors_that_count_are_counted', async () => {
      class Wrong extends TypeError {}
      const runtime = new Runtime({ onError: 'continue' });
      const circuitBreaker = { ...afterTwo, countOn: ['TypeError'], ignoreOn: ['Wrong'] };
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'range', { ...fails(new RangeError()), circuitBreaker })
        .addNode('FunctionNode', 'wrong', { ...fails(new Wrong()), circuitBreaker })
        .addNode('FunctionNode', 'type', { ...fails(new TypeError()), circuitBreaker })
        .build();
      await executeRuntimeWithRunId(runtime, workflow);
      assert.deepEqual(states(runtime), [['api', 'closed', 1]]);
    });

    test('test_a_time_limit_and_a_reported_failure_count', async () => {
      const slow = (): undefined => {
        const until = performance.now() + 30;
        while (performance.now() < until);
      };
      const runtime = new Runtime({ onError: 'continue' });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'slow', { run: slow, timeoutMs: 5, circuitBreaker: afterTwo })
        .addNode('FunctionNode', 'says', { ...gives({ success: false }), circuitBreaker: afterTwo })
        .build();
      await executeRuntimeWithRunId(runtime, workflow);
      assert.deepEqual(states(runtime), [['api', 'open', 2]]);
    });

    test('test_a_cancelled_probe_counts_as_nothing', async () => {
      const runtime = new Runtime({ onError: 'continue' });
      const circuitBreaker = { name: 'api', opensAfter: { failures: 1 }, openMs: 0 };
      const broken = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', { ...fails(boom), circuitBreaker })
        .build();
      await executeRuntimeWithRunId(runtime, broken);
      const stop = new AbortController();
      const run = (): unknown => {
        if (stop.signal.aborted) return 1;
        stop.abort();
        throw boom;
      };
      const inner = new WorkflowBuilder().addNode('FunctionNode', 'in', { run }).build();
      const outer = new WorkflowBuilder()
        .addNode('WorkflowNode', 'w', { workflow: inner, circuitBreaker })
        .build();
      const { events } = await collectEvents(runtime, outer, { signal: stop.signal });
      assert.deepEqual(circuitEvents(events), ['circuitHalfOpened w']);
      assert.deepEqual(states(runtime), [['api', 'halfOpen', 0]]);
      const { status } = await executeRuntimeWithRunId(runtime, outer);
      assert.deepEqual([status, states(runtime)], ['completed', [['api', 'closed', 0]]]);
    });

    test('test_two_policies_under_one_name_are_refused', async () => {
      const runtime = new Runtime({ onError: 'continue', ...oneAtATime });
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', { ...gives(1), circuitBreaker: afterTwo })
        .addNode('FunctionNode', 'same', { ...gives(1), circuitBreaker: { ...afterTwo } })
        .addNode('FunctionNode', 'b', { ...gives(1), circuitBreaker: { ...afterTwo, openMs: 5 } })
        .build();
      const { results } = await executeRuntimeWithRunId(runtime, workflow);
      assert.deepEqual(results.same, { result: 1 });
      assertError(Object(results.b).error, PolicyConflictError, "'b'", "'api'", 'the same');
    });

    const bad: readonly [name: string, policy: unknown, says: string][] = [
      ['nothing_to_open_it', {}, 'opensAfter'],
      ['no_failures', { opensAfter: { failures: 0 } }, 'from 1'],
      ['a_rate_over_1', { opensAfter: { failureRate: 2, windowMs: 1, minimumCalls: 1 } }, 'up to 1'],
      ['an_unknown_entry', { opensAfter: { failures: 1 }, resetMs: 5 }, 'resetMs'],
      ['an_empty_name', { name: '', opensAfter: { failures: 1 } }, 'not empty'],
    ];
    for (const [name, circuitBreaker, says] of bad) {
      test(`test_a_policy_with_${name}`, async () => {
        const builder: WorkflowBuilder = new WorkflowBuilder();
        Reflect.apply(builder.addNode, builder, ['FunctionNode', 'f', { run: () => 1, circuitBreaker }]);
        assertError(await thrownBy(() => builder.build()), InvalidConfigError, says);
        const error = await thrownBy(() => Reflect.construct(Runtime, [{ circuitBreaker }]));
        assertError(error, InvalidOptionError, says);
      });
    }
  });
});
