import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { WorkflowBuilder } from '../../../src/index.ts';
import type { WorkflowContract } from '../../../types/index.ts';
import { collectEvents, shortEvent } from './collect-events.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { type AnyRuntime, kits } from './kits.ts';
import { failsFirst, gives } from './sample-nodes.ts';

/** A workflow of no-op nodes in the given `addNode` order and `addConnection` order, written `a>b`. */
const graph = (nodes: string, edges: string): WorkflowContract => {
  const builder = new WorkflowBuilder();
  for (const id of nodes.split(' ')) builder.addNode('FunctionNode', id, gives({ out: id }));
  for (const edge of edges.split(' ').filter(Boolean)) {
    const [source = '', target = ''] = edge.split('>');
    builder.addConnection(source, 'out', target, source);
  }
  return builder.build();
};

const startOrder = async (runtime: AnyRuntime, workflow: WorkflowContract): Promise<string> => {
  const { events } = await collectEvents(runtime, workflow);
  return events
    .filter((event) => event.type === 'nodeStarted')
    .map((event) => event.nodeId)
    .join(' ');
};

describe('TestSharedExecutionOrder', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    const orders: readonly [name: string, nodes: string, edges: string, expected: string][] = [
      ['roots_start_in_the_order_of_add_node', 'c a b', '', 'c a b'],
      ['targets_follow_in_the_order_of_add_connection', 'root x y z', 'root>z root>x root>y', 'root z x y'],
      ['a_target_goes_to_the_end_of_the_queue', 'a b a1 b1', 'a>a1 b>b1', 'a b a1 b1'],
      ['a_target_waits_for_its_last_source', 'join a b b1', 'a>join b>b1 b1>join', 'a b b1 join'],
      [
        'later_roots_stand_before_earlier_targets',
        'join b1 a1 b a',
        'b>b1 a>a1 a1>join b1>join',
        'b a b1 a1 join',
      ],
    ];
    for (const [name, nodes, edges, expected] of orders) {
      test(`test_${name}`, async () => {
        const workflow = graph(nodes, edges);
        assert.equal(await startOrder(new Runtime(oneAtATime), workflow), expected);
        const { results } = await executeRuntimeWithRunId(new Runtime(), workflow);
        assert.equal(Object.keys(results).join(' '), expected);
        assert.equal(new Runtime().planExecution(workflow).order.join(' '), expected);
      });
    }

    test('test_a_node_keeps_its_place_between_attempts', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', { ...failsFirst(1, 'fine'), retry: { maxAttempts: 2, delayMs: 5 } })
        .addNode('FunctionNode', 'b', gives('b'))
        .build();
      const { events } = await collectEvents(new Runtime(oneAtATime), workflow);
      assert.deepEqual(events.map(shortEvent), [
        'runStarted',
        'nodeStarted a',
        'nodeRetried a 2',
        'nodeCompleted a',
        'nodeStarted b',
        'nodeCompleted b',
        'runCompleted completed',
      ]);
    });

    test('test_results_and_skipped_are_in_plan_order_whatever_the_data', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('SwitchNode', 'switch', { conditionField: 'n', operator: '>', value: 0 })
        .addNode('FunctionNode', 'no2', gives(1))
        .addNode('FunctionNode', 'yes', gives(1))
        .addNode('FunctionNode', 'no', gives(1))
        .addNode('MergeNode', 'join', {})
        .addConnection('switch', 'falseOutput', 'no', 'x')
        .addConnection('switch', 'trueOutput', 'yes', 'x')
        .addConnection('no', 'result', 'no2', 'x')
        .addConnection('no2', 'result', 'join', 'no')
        .addConnection('yes', 'result', 'join', 'yes')
        .build();
      const runtime = new Runtime({ conditionalExecution: 'skip_branches' });
      const positive = await executeRuntimeWithRunId(runtime, workflow, { parameters: { switch: { n: 1 } } });
      assert.deepEqual(Object.keys(positive.results), ['switch', 'yes', 'join']);
      assert.deepEqual(positive.skipped, ['no', 'no2']);
      const negative = await executeRuntimeWithRunId(runtime, workflow, {
        parameters: { switch: { n: -1 } },
      });
      assert.deepEqual(Object.keys(negative.results), ['switch', 'no', 'no2', 'join']);
      assert.deepEqual(negative.skipped, ['yes']);
    });

    test('test_a_chain_of_20000_nodes_needs_no_recursion', async () => {
      const builder = new WorkflowBuilder();
      for (let index = 0; index < 20_000; index += 1) {
        builder.addNode('FunctionNode', `n${index}`, { run: ({ n = 0 }) => ({ n: Number(n) + 1 }) });
        if (index > 0) builder.addConnection(`n${index - 1}`, 'n', `n${index}`, 'n');
      }
      const { results } = await executeRuntimeWithRunId(new Runtime(), builder.build());
      assert.deepEqual({ ...results.n19999 }, { n: 20_000 });
    });
  });
});
