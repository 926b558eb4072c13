import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { WorkflowBuilder } from '../../../src/index.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { dify10519, dify12492, N8N_37895_NODES, n8n1351, n8n27053, n8n37895, nested } from './join-graphs.ts';
import { kits } from './kits.ts';
import { increment, selfEdge } from './sample-cycles.ts';
import { echo } from './sample-nodes.ts';

const DEPTH = 12;

/** A loop whose body parts and joins again: what is odd takes the longer way. */
const loopWithBranches = new WorkflowBuilder()
  .addNode('FunctionNode', 'count', {
    run: ({ n = 0, log = [] }) => ({ n: Number(n) + 1, odd: Number(n) % 2 === 0, log }),
  })
  .addNode('SwitchNode', 'switch', { conditionField: 'odd', value: true })
  .addNode('FunctionNode', 'odd', { run: ({ x }) => ({ x }) })
  .addNode('FunctionNode', 'odder', { run: ({ x }) => [...Object(x).log, 'odd'] })
  .addNode('FunctionNode', 'even', { run: ({ x }) => [...Object(x).log, 'even'] })
  .addNode('FunctionNode', 'join', { run: (inputs) => ({ merged: Object.values(inputs) }) })
  .addConnection('count', 'result', 'switch', 'input')
  .addConnection('switch', 'trueOutput', 'odd', 'x')
  .addConnection('odd', 'x', 'odder', 'x')
  .addConnection('switch', 'falseOutput', 'even', 'x')
  .addConnection('odder', 'result', 'join', 'odd')
  .addConnection('even', 'result', 'join', 'even')
  .addCycle('loop', {
    edges: [
      { source: 'join', output: 'merged.0', target: 'count', input: 'log' },
      { source: 'count', output: 'n', target: 'count', input: 'n' },
    ],
    maxIterations: 4,
  })
  .build();

/** A loop on one of two branches, and a join behind both. */
const branchWithLoop = new WorkflowBuilder()
  .addNode('SwitchNode', 'switch', { conditionField: 'loops', value: true })
  .addNode('FunctionNode', 'count', increment)
  .addNode('FunctionNode', 'direct', { run: () => 'direct' })
  .addNode('MergeNode', 'join')
  .addConnection('switch', 'trueOutput', 'count', 'start')
  .addConnection('switch', 'falseOutput', 'direct', 'x')
  .addConnection('count', 'n', 'join', 'counted')
  .addConnection('direct', 'result', 'join', 'direct')
  .addCycle('loop', { edges: [selfEdge], maxIterations: 3 })
  .build();

describe('TestSharedConditionalJoins', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const skipping = () => new Runtime({ conditionalExecution: 'skip_branches' });

    test('test_conditional_join_n8n_1351_common_path_runs_behind_either_branch', async () => {
      const some = await executeRuntimeWithRunId(skipping(), n8n1351(['a', 'b']));
      assert.deepEqual(some.results.common?.got, { items: ['a', 'b', 'a', 'b'] });
      assert.deepEqual(some.skipped, []);
      const none = await executeRuntimeWithRunId(skipping(), n8n1351([]));
      assert.deepEqual(none.results.common?.got, { items: [] });
      assert.deepEqual(none.skipped, ['process', 'passThrough']);
    });

    test('test_conditional_join_n8n_27053_merge_runs_without_a_merge_that_did_not', async () => {
      const kept = await executeRuntimeWithRunId(skipping(), n8n27053(true));
      assert.deepEqual(kept.results.after?.got, { items: [1, 2] });
      const filtered = await executeRuntimeWithRunId(skipping(), n8n27053(false));
      assert.deepEqual(filtered.results.after?.got, { items: [1] });
      assert.deepEqual(filtered.skipped, ['chooseBranch']);
    });

    test('test_conditional_join_n8n_37895_merge_behind_a_sub_workflow_in_a_large_graph', async () => {
      const workflow = n8n37895(['fox', 'owl']);
      assert.equal(workflow.nodes.length, N8N_37895_NODES);
      const drawn = await executeRuntimeWithRunId(skipping(), workflow);
      const items = ['drawn fox', 'drawn owl'];
      assert.deepEqual(drawn.results.merge?.merged, items);
      assert.deepEqual(drawn.results.end?.merged, [...items, ...items]);
      const plain = await executeRuntimeWithRunId(skipping(), n8n37895([]));
      assert.deepEqual(plain.results.merge?.merged, []);
      assert.deepEqual(plain.results.end?.merged, []);
      assert.ok(plain.skipped.includes('executeWorkflow'));
    });

    test('test_conditional_join_dify_10519_runs_for_its_own_branches_only', async () => {
      const first = await executeRuntimeWithRunId(skipping(), dify10519(1));
      assert.deepEqual(first.skipped, ['two', 'three', 'further', 'aggregator', 'answer']);
      const second = await executeRuntimeWithRunId(skipping(), dify10519(2));
      assert.deepEqual(second.results.answer?.got, { items: [{ branch: 2 }] });
      const third = await executeRuntimeWithRunId(skipping(), dify10519(3));
      assert.deepEqual(third.results.answer?.got, { items: [{ branch: 3 }] });
      assert.deepEqual(third.skipped, ['one', 'two']);
    });

    test('test_conditional_join_dify_12492_runs_when_any_of_two_switches_leads_to_it', async () => {
      for (const [first, second, from] of [
        [true, true, ['first', 'second']],
        [true, false, ['first']],
        [false, true, ['second']],
        [false, false, undefined],
      ] as const) {
        const { results } = await executeRuntimeWithRunId(skipping(), dify12492(first, second));
        assert.deepEqual(results.subsequent?.from, from);
      }
    });

    test('test_conditional_join_runs_once_at_any_depth', async () => {
      const workflow = nested(DEPTH);
      for (let level = 0; level <= DEPTH; level += 1) {
        const { results, skipped } = await executeRuntimeWithRunId(skipping(), workflow, {
          parameters: { level: { level } },
        });
        assert.deepEqual(results.join?.merged, [level]);
        // The start, each switch as far as the level, one end and the join.
        assert.equal(Object.keys(results).length, Math.min(level + 1, DEPTH) + 3);
        assert.equal(skipped.length, workflow.nodes.length - Object.keys(results).length);
      }
    });

    test('test_conditional_join_gets_null_from_the_branch_not_taken_where_data_is_routed', async () => {
      const { results, skipped } = await executeRuntimeWithRunId(new Runtime(), dify12492(true, false));
      assert.deepEqual(results.subsequent?.from, ['first', 'second']);
      assert.deepEqual(skipped, []);
    });

    test('test_conditional_join_inside_a_loop_runs_in_each_iteration', async () => {
      const { results, skipped } = await executeRuntimeWithRunId(skipping(), loopWithBranches);
      assert.deepEqual(results.join?.merged, [['odd', 'even', 'odd', 'even']]);
      assert.deepEqual(skipped, ['odd', 'odder']);
    });

    test('test_conditional_join_behind_a_loop_on_one_branch', async () => {
      const looping = await executeRuntimeWithRunId(skipping(), branchWithLoop, {
        parameters: { switch: { loops: true } },
      });
      assert.deepEqual(looping.results.join?.merged, [3]);
      assert.deepEqual(looping.skipped, ['direct']);
      const direct = await executeRuntimeWithRunId(skipping(), branchWithLoop, {
        parameters: { switch: { loops: false } },
      });
      assert.deepEqual(direct.results.join?.merged, ['direct']);
      assert.deepEqual(direct.skipped, ['count']);
    });

    test('test_conditional_join_inside_a_sub_workflow_and_behind_it', async () => {
      const outer = new WorkflowBuilder('outer')
        .addNode('SwitchNode', 'switch', { conditionField: 'level', operator: '>=', value: 0 })
        .addNode('WorkflowNode', 'inner', { workflow: nested(3) })
        .addNode('MergeNode', 'join')
        .addNode('FunctionNode', 'after', echo)
        .addConnection('switch', 'trueOutput.level', 'inner', 'level')
        .addConnection('inner', 'join.merged', 'join', 'inner')
        .addConnection('switch', 'falseOutput.level', 'join', 'direct')
        .addConnection('join', 'merged', 'after', 'items')
        .build();
      for (const [level, items] of [
        [2, [2]],
        [3, [3]],
        [-1, [-1]],
      ] as const) {
        const { results } = await executeRuntimeWithRunId(skipping(), outer, {
          parameters: { switch: { level } },
        });
        assert.deepEqual(results.after?.got, { items });
      }
    });
  });
});
