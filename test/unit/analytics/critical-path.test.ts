import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { criticalPath } from '../../../src/index.ts';
import type { NodeOutcome, NodeRecord, RunRecord } from '../../../types/index.ts';

type Step = readonly [
  id: string,
  startMs: number,
  endMs: number,
  iteration?: number | undefined,
  outcome?: NodeOutcome,
];

const nodeOf = ([nodeId, startMs, endMs, iteration, outcome = 'completed']: Step): NodeRecord => ({
  path: nodeId,
  nodeId,
  nodeType: 'FunctionNode',
  ...(iteration !== undefined && { iteration }),
  outcome,
  startMs,
  endMs,
  attempts: [],
  retries: 0,
});

/** A run of these steps; `cycle` names the members of one, edges are `a>b`. */
const runOf = (edges: string, steps: readonly Step[], cycle: readonly string[] = []): RunRecord => ({
  id: 'id',
  runId: 'run',
  workflow: 'w',
  origin: 'new',
  status: 'completed',
  startedAt: 0,
  durationMs: 1_000,
  maxConcurrency: 10,
  graph: {
    nodes: [...new Set(edges.split(/[> ]/))].map((id) => ({
      id,
      type: 'FunctionNode',
      ...(cycle.includes(id) && { cycle: 'loop' }),
    })),
    edges: edges
      .split(' ')
      .filter((each) => each.includes('>'))
      .map((each) => {
        const [source = '', target = ''] = each.split('>');
        return { source, output: 'result', target, input: 'x' };
      }),
  },
  nodes: steps.map(nodeOf),
  leftOut: 0,
});

const short = (record: RunRecord) => {
  const { lengthMs, overheadMs, nodes, slack } = criticalPath(record);
  return {
    lengthMs,
    overheadMs,
    nodes: nodes.map(({ nodeId, iteration }) => `${nodeId}${iteration ?? ''}`).join(' '),
    slack: slack.map(({ nodeId, iteration, slackMs }) => `${nodeId}${iteration ?? ''}:${slackMs}`).join(' '),
  };
};

describe('TestCriticalPath', () => {
  it('test_the_longest_chain_by_duration_and_not_by_count', () => {
    const diamond = runOf('a>b a>c b>d c>d', [
      ['a', 0, 10],
      ['b', 10, 30],
      ['c', 10, 60],
      ['d', 60, 65],
    ]);
    assert.deepEqual(short(diamond), {
      lengthMs: 65,
      overheadMs: 935,
      nodes: 'a c d',
      slack: 'a:0 b:30 c:0 d:0',
    });
  });

  it('test_what_waited_for_a_place_makes_no_path_longer', () => {
    const queued = runOf('a b c', [
      ['a', 0, 10],
      ['b', 10, 30],
      ['c', 30, 45],
    ]);
    assert.deepEqual(short(queued), { lengthMs: 20, overheadMs: 980, nodes: 'b', slack: 'a:10 b:0 c:5' });
  });

  it('test_a_cycle_counts_iteration_by_iteration', () => {
    const record = runOf(
      's>work work>check check>after s>after',
      [
        ['s', 0, 5],
        ['work', 5, 15, 1],
        ['check', 15, 17, 1],
        ['work', 17, 20, 2],
        ['check', 20, 30, 2],
        ['after', 30, 31],
      ],
      ['work', 'check'],
    );
    assert.deepEqual(short(record), {
      lengthMs: 31,
      overheadMs: 969,
      nodes: 's work1 check1 work2 check2 after',
      slack: 's:0 work1:0 check1:0 work2:0 check2:0 after:0',
    });
  });

  it('test_an_iteration_waits_for_all_of_the_one_before', () => {
    const record = runOf(
      'one other',
      [
        ['one', 0, 10, 1],
        ['other', 0, 40, 1],
        ['one', 40, 50, 2],
        ['other', 40, 45, 2],
      ],
      ['one', 'other'],
    );
    assert.deepEqual(short(record), {
      lengthMs: 50,
      overheadMs: 950,
      nodes: 'other1 one2',
      slack: 'one1:30 other1:0 one2:0 other2:5',
    });
  });

  it('test_what_was_skipped_or_reused_leads_on_and_is_no_part', () => {
    const record = runOf('a>b b>c', [
      ['a', 0, 0, undefined, 'reused'],
      ['b', 0, 0, undefined, 'skipped'],
      ['c', 1, 8, undefined, 'failed'],
    ]);
    assert.deepEqual(short(record), { lengthMs: 7, overheadMs: 993, nodes: 'c', slack: 'c:0' });
  });

  it('test_a_run_without_nodes_has_none', () => {
    assert.deepEqual(short(runOf('a', [])), { lengthMs: 0, overheadMs: 1_000, nodes: '', slack: '' });
  });
});
