import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  MemoryCheckpointStore,
  MemoryRunHistoryStore,
  runToHtml,
  runToMermaid,
  WorkflowBuilder,
} from '../../../src/index.ts';
import type { RunRecord } from '../../../types/index.ts';
import { thrownBy } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { increment } from '../runtime/sample-cycles.ts';
import { failsFirst, gives } from '../runtime/sample-nodes.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { waiting } from './sample-workflows.ts';

const paid = new WorkflowBuilder('paid').addNode('FunctionNode', 'charge', gives(1)).build();

/** With a sub-workflow, a branch that is skipped, a cycle, and a node that fails at first. */
const busy = () =>
  new WorkflowBuilder('<busy>')
    .addNode('SwitchNode', 'isLarge', { conditionField: 'total', operator: '>', value: 5 })
    .addNode('WorkflowNode', 'pay', { workflow: paid })
    .addNode('FunctionNode', 'wave', gives('bye'))
    .addNode('FunctionNode', 'count', increment)
    .addNode('FunctionNode', 'ship', failsFirst(3, 'shipped'))
    .addConnection('isLarge', 'trueOutput', 'pay', 'order')
    .addConnection('isLarge', 'falseOutput', 'wave', 'order')
    .addConnection('pay', 'charge', 'count', 'paid')
    .addConnection('count', 'n', 'ship', 'n')
    .addCycle('again', {
      edges: [{ source: 'count', output: 'n', target: 'count', input: 'n' }],
      maxIterations: 2,
    })
    .build();

/** A picture without the times in it. */
const timeless = (picture: string): string =>
  picture.replace(/\d+(\.\d+)? (µs|ms|s|min)\b/g, 'T').replace(/(T – T \(T\))/g, 'T');

const idsIn = (page: string): readonly string[] =>
  [...page.matchAll(/<span class="id">([^<]*)<\/span>/g)].map(([, id = '']) => id);

describe('TestSharedRunPictures', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    const twice = async (): Promise<readonly RunRecord[]> => {
      const runtime = new Runtime({
        ...oneAtATime,
        analytics: { store: new MemoryRunHistoryStore() },
        durability: { store: new MemoryCheckpointStore() },
        conditionalExecution: 'skip_branches',
        retry: { maxAttempts: 2 },
      });
      const workflow = busy();
      await thrownBy(() => executeRuntime(runtime, workflow, { parameters: { isLarge: { total: 9 } } }));
      await runtime.resume(runtime.lastRunId ?? '', workflow);
      return (await runtime.getRunHistory()).toReversed();
    };

    test('test_analytics_mermaid_tells_what_became_of_each_node', async () => {
      const [failed, resumed] = (await twice()).map((record) => timeless(runToMermaid(record)).split('\n'));
      const boxes = (lines: readonly string[] = []): readonly string[] =>
        lines.filter((line) => line.includes('<br/>')).map((line) => line.replace(/^ *n\d+/, ''));
      assert.deepEqual(boxes(failed), [
        '{"isLarge<br/>SwitchNode<br/>T"}',
        '[["pay<br/>WorkflowNode<br/>T"]]',
        '["wave<br/>FunctionNode<br/>skipped"]',
        '["count<br/>FunctionNode<br/>T, 2 iterations"]',
        '["ship<br/>FunctionNode<br/>failed, T, 2 attempts"]',
      ]);
      assert.deepEqual(boxes(resumed), [
        '{"isLarge<br/>SwitchNode<br/>reused"}',
        '[["pay<br/>WorkflowNode<br/>reused"]]',
        '["wave<br/>FunctionNode<br/>not run"]',
        '["count<br/>FunctionNode<br/>reused"]',
        '["ship<br/>FunctionNode<br/>T, 2 attempts"]',
      ]);
      assert.ok(
        failed?.some((line) => /n\d+ ==>\|"count|n\d+ ==>\|"n → n"/.test(line)),
        failed?.join('\n'),
      );
      assert.ok(failed?.includes('  n0 -.->|"falseOutput → order"| n2'), failed?.join('\n'));
    });

    test('test_analytics_timeline_shows_each_node_with_its_attempts', async () => {
      const [failed = '', resumed = ''] = (await twice()).map(runToHtml);
      assert.deepEqual(idsIn(failed), ['isLarge', 'pay', 'charge', 'wave', 'count #1', 'count #2', 'ship']);
      assert.deepEqual(idsIn(resumed), ['isLarge', 'pay', 'count', 'ship']);
      assert.match(failed, /<h1>&lt;busy&gt;<\/h1>\n<p class="verdict failed">✗ failed<\/p>/);
      assert.equal(failed.match(/class="attempt failed[^"]*" style="[^"]*" title="attempt/g)?.length, 2);
      assert.match(resumed, /went on from checkpoints/);
      assert.match(resumed, /↺ taken from a checkpoint/);
      for (const page of [failed, resumed])
        assert.doesNotMatch(page, /NaN|undefined|Infinity|<script|https?:/);
    });

    test('test_analytics_timeline_of_a_run_that_was_cut_off_or_ran_nothing', async () => {
      const store = new MemoryRunHistoryStore();
      const runtime = new Runtime({ analytics: { store } });
      for await (const { type } of runtime.stream(waiting)) if (type === 'nodeRetried') break;
      await thrownBy(() => executeRuntime(runtime, paid, { signal: AbortSignal.abort() }));
      const [nothing = '', cut = ''] = (await runtime.getRunHistory()).map(runToHtml);
      assert.match(cut, /ended with the run/);
      assert.match(nothing, /No node was run/);
      assert.match(timeless(runToMermaid(store.list({ last: 2 })[0] ?? assert.fail())), /not run/);
    });
  });
});
