import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { WorkflowBuilder } from '../../../src/index.ts';
import type { NodeInputs } from '../../../types/index.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { type CycleOptions, counter, increment, selfEdge, twoNodes } from './sample-cycles.ts';
import { echo, gives } from './sample-nodes.ts';

describe('TestSharedCycles', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    test('test_a_cycle_ends_at_max_iterations', async () => {
      const { events } = await collectEvents(new Runtime(), counter({ maxIterations: 4 }));
      const last = events.at(-1);
      assert.ok(last?.type === 'runCompleted');
      assert.deepEqual(last.cycles, { loop: { iterations: 4, endedBy: 'maxIterations' } });
      const { results } = await executeRuntimeWithRunId(new Runtime(), counter({ maxIterations: 4 }));
      assert.deepEqual({ ...results.count }, { n: 4 });
    });

    test('test_a_cycle_converges_by_data', async () => {
      const convergeWhen = { node: 'count', output: 'n', operator: '>=', value: 3 } as const;
      const { events } = await collectEvents(new Runtime(), counter({ maxIterations: 9, convergeWhen }));
      const last = events.at(-1);
      assert.ok(last?.type === 'runCompleted');
      assert.deepEqual(last.cycles, { loop: { iterations: 3, endedBy: 'converged' } });
    });

    test('test_a_cycle_converges_by_a_function', async () => {
      const seen: unknown[] = [];
      const convergeWhen: CycleOptions['convergeWhen'] = (outputs, { iteration, elapsedMs }) => {
        seen.push([outputs.count?.n, iteration, elapsedMs >= 0]);
        return iteration === 2;
      };
      const workflow = counter({ maxIterations: 9, convergeWhen });
      const { results } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual({ ...results.count }, { n: 2 });
      assert.deepEqual(seen, [
        [1, 1, true],
        [2, 2, true],
      ]);
    });

    test('test_back_edges_carry_the_previous_iteration_and_forward_edges_this_one', async () => {
      const convergeWhen = { node: 'check', output: 'done', operator: '==', value: true } as const;
      const { results } = await executeRuntimeWithRunId(
        new Runtime(),
        twoNodes({ maxIterations: 9, convergeWhen }),
      );
      assert.deepEqual(results.after?.got, { n: 13 });
    });

    test('test_events_of_a_cycle_carry_their_iteration', async () => {
      const { events } = await collectEvents(new Runtime(oneAtATime), twoNodes({ maxIterations: 2 }));
      const started = events.filter((event) => event.type === 'nodeStarted').map(shortEvent);
      assert.deepEqual(started, [
        'nodeStarted start',
        'nodeStarted work#1',
        'nodeStarted check#1',
        'nodeStarted work#2',
        'nodeStarted check#2',
        'nodeStarted after',
      ]);
    });

    test('test_the_context_tells_the_iteration', async () => {
      const iterations: unknown[] = [];
      const run = (_: NodeInputs, context: { readonly iteration: number | undefined }): unknown => {
        iterations.push(context.iteration);
        return { n: 0 };
      };
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'count', { run })
        .addCycle('loop', { edges: [selfEdge], maxIterations: 3 })
        .build();
      await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual(iterations, [1, 2, 3]);
    });

    test('test_a_cycle_waits_for_every_source_outside', async () => {
      const builder = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', increment)
        .addNode('FunctionNode', 'b', echo)
        .addNode('FunctionNode', 'r1', gives({ v: 1 }))
        .addNode('FunctionNode', 'r2', gives({ v: 2 }))
        .addConnection('a', 'n', 'b', 'n')
        .addConnection('r1', 'v', 'r2', 'v')
        .addConnection('r2', 'v', 'b', 'late')
        .addCycle('loop', {
          edges: [{ source: 'b', output: 'got.n', target: 'a', input: 'n' }],
          maxIterations: 2,
        });
      const { events } = await collectEvents(new Runtime(oneAtATime), builder.build());
      const started = events.filter((event) => event.type === 'nodeStarted').map((event) => event.nodeId);
      assert.deepEqual(started, ['r1', 'r2', 'a', 'b', 'a', 'b']);
    });

    test('test_conditional_cycle_ends_when_no_back_edge_is_live', async () => {
      for (const conditionalExecution of ['route_data', 'skip_branches'] as const) {
        const workflow = new WorkflowBuilder()
          .addNode('FunctionNode', 'count', increment)
          .addNode('SwitchNode', 'again', { conditionField: 'n', operator: '<', value: 3 })
          .addNode('FunctionNode', 'after', echo)
          .addConnection('count', 'result', 'again', 'input')
          .addConnection('again', 'falseOutput', 'after', 'final')
          .addCycle('loop', {
            edges: [{ source: 'again', output: 'trueOutput.n', target: 'count', input: 'n' }],
            maxIterations: 10,
          })
          .build();
        const runtime = new Runtime({ conditionalExecution });
        const { events } = await collectEvents(runtime, workflow);
        const last = events.at(-1);
        assert.ok(last?.type === 'runCompleted');
        assert.deepEqual(last.cycles, { loop: { iterations: 3, endedBy: 'noLiveBackEdge' } });
        const { results } = await executeRuntimeWithRunId(runtime, workflow);
        assert.deepEqual(results.after?.got, { final: { n: 3 } });
      }
    });

    test('test_a_converge_when_on_an_absent_output_does_not_hold', async () => {
      const convergeWhen = { node: 'count', output: 'absent', operator: 'is_null' } as const;
      const { results } = await executeRuntimeWithRunId(
        new Runtime(),
        counter({ maxIterations: 3, convergeWhen }),
      );
      assert.deepEqual({ ...results.count }, { n: 3 });
    });

    test('test_conditional_node_in_a_cycle_is_skipped_and_runs_by_iteration', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'count', increment)
        .addNode('SwitchNode', 'even', { conditionField: 'n', operator: 'in', value: [2, 4] })
        .addNode('FunctionNode', 'rare', echo)
        .addConnection('count', 'result', 'even', 'input')
        .addConnection('even', 'trueOutput', 'rare', 'x')
        .addCycle('loop', {
          edges: [
            { source: 'count', output: 'n', target: 'count', input: 'n' },
            { source: 'rare', output: 'got', target: 'count', input: 'seen' },
          ],
          maxIterations: 3,
        })
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches', ...oneAtATime });
      const { events } = await collectEvents(runtime, workflow);
      const ofRare = events.filter((event) => 'nodeId' in event && event.nodeId === 'rare').map(shortEvent);
      assert.deepEqual(ofRare, [
        'nodeSkipped rare#1',
        'nodeStarted rare#2',
        'nodeCompleted rare#2',
        'nodeSkipped rare#3',
      ]);
      const { results, skipped } = await executeRuntimeWithRunId(runtime, workflow);
      assert.deepEqual([Object.keys(results), skipped], [['count', 'even'], ['rare']]);
    });

    test('test_two_cycles_in_a_row_run_one_after_the_other', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', increment)
        .addNode('FunctionNode', 'b', increment)
        .addConnection('a', 'n', 'b', 'n')
        .addCycle('first', {
          edges: [{ source: 'a', output: 'n', target: 'a', input: 'n' }],
          maxIterations: 3,
        })
        .addCycle('second', {
          edges: [{ source: 'b', output: 'n', target: 'b', input: 'n' }],
          maxIterations: 2,
        })
        .build();
      const { events } = await collectEvents(new Runtime(oneAtATime), workflow);
      const started = events.filter((event) => event.type === 'nodeStarted').map(shortEvent);
      assert.deepEqual(
        started,
        ['a#1', 'a#2', 'a#3', 'b#1', 'b#2'].map((node) => `nodeStarted ${node}`),
      );
      const { results } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual({ ...results.b }, { n: 5 });
    });

    test('test_two_runs_of_a_cycle_do_not_share_state', async () => {
      const runtime = new Runtime();
      const workflow = counter({ maxIterations: 3 });
      for (let run = 0; run < 2; run += 1) {
        assert.deepEqual({ ...(await executeRuntimeWithRunId(runtime, workflow)).results.count }, { n: 3 });
      }
    });
  });
});
