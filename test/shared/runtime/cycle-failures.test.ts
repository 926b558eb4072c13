import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CyclesDisabledError,
  CycleTimeoutError,
  InvalidCycleError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { NodeInputs } from '../../../types/index.ts';
import { assertError } from './assert-error.ts';
import { collectEvents } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { type CycleOptions, counter, selfEdge } from './sample-cycles.ts';
import { failingRun } from './still-works.ts';

describe('TestSharedCycleFailures', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_a_failure_in_an_iteration_stops_the_run', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'count', {
          run: ({ n = 0 }) => {
            if (n === 2) throw new Error('third');
            return { n: Number(n) + 1 };
          },
        })
        .addCycle('loop', { edges: [selfEdge], maxIterations: 5 })
        .build();
      assertError(
        await failingRun(new Runtime(), workflow),
        WorkflowExecutionError,
        "Node 'count' failed: third",
      );
    });

    test('test_a_failure_in_any_iteration_makes_the_status_partial', async () => {
      const inputs: unknown[] = [];
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'count', {
          run: ({ n = 0 }, { iteration }) => {
            inputs.push(n);
            if (iteration === 2) throw new Error('second');
            return { n: Number(n) + 1 };
          },
        })
        .addCycle('loop', { edges: [selfEdge], maxIterations: 3 })
        .build();
      const { results, status } = await executeRuntimeWithRunId(
        new Runtime({ onError: 'continue' }),
        workflow,
      );
      assert.deepEqual(inputs, [0, 1, null]);
      assert.deepEqual({ ...results.count }, { n: 1 });
      assert.equal(status, 'partial');
    });

    test('test_skip_dependents_ends_a_cycle_whose_back_edge_source_failed', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'count', {
          run: (): never => {
            throw new Error('no');
          },
        })
        .addCycle('loop', { edges: [selfEdge], maxIterations: 3 })
        .build();
      const { events } = await collectEvents(new Runtime({ onError: 'skipDependents' }), workflow);
      const last = events.at(-1);
      assert.ok(last?.type === 'runCompleted');
      assert.deepEqual(last.cycles, { loop: { iterations: 1, endedBy: 'noLiveBackEdge' } });
      assert.equal(last.status, 'partial');
    });

    test('test_a_cycle_over_its_time_limit_fails_its_entry', async () => {
      const slow = {
        run: ({ n = 0 }: NodeInputs): unknown => {
          const end = performance.now() + 15;
          while (performance.now() < end);
          return { n: Number(n) + 1 };
        },
      };
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'count', slow)
        .addCycle('loop', { edges: [selfEdge], maxIterations: 1000, timeoutMs: 10 })
        .build();
      const error = await failingRun(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError, "Node 'count' failed");
      assertError(error.cause, CycleTimeoutError, "'loop'", 'timeoutMs of 10', 'Raise timeoutMs');
      assert.equal(error.cause.iterations, 1);
    });

    test('test_a_converge_when_that_throws_fails_the_entry', async () => {
      const convergeWhen = (): never => {
        throw new Error('bad predicate');
      };
      const error = await failingRun(new Runtime(), counter({ maxIterations: 3, convergeWhen }));
      assertError(error, WorkflowExecutionError, "Node 'count' failed: bad predicate");
    });

    test('test_a_converge_when_that_answers_with_a_promise_is_refused', async () => {
      const convergeWhen: unknown = async () => true;
      const options = { maxIterations: 3, convergeWhen } as CycleOptions;
      const error = await failingRun(new Runtime(), counter(options));
      assertError(error, WorkflowExecutionError, "Node 'count' failed");
      assertError(error.cause, InvalidCycleError, "'loop'", 'convergeWhen', 'true or false at once');
    });

    test('test_cycles_are_refused_when_disabled', async () => {
      const error = await failingRun(new Runtime({ enableCycles: false }), counter({ maxIterations: 2 }));
      assertError(error, CyclesDisabledError, "'loop'", 'enableCycles');
    });

    test('test_disabled_cycles_are_refused_inside_sub_workflows', async () => {
      const outer = new WorkflowBuilder()
        .addNode('WorkflowNode', 'sub', { workflow: counter({ maxIterations: 2 }) })
        .build();
      const error = await failingRun(new Runtime({ enableCycles: false }), outer);
      assertError(error, CyclesDisabledError, "'sub/loop'", 'enableCycles');
    });
  });
});
