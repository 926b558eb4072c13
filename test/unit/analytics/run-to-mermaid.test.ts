import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runToMermaid } from '../../../src/index.ts';
import { busyRun } from '../../browser/sample-run.ts';

describe('TestRunToMermaid', () => {
  it('test_times_attempts_and_marks', () => {
    assert.deepEqual(runToMermaid(busyRun).split('\n').slice(0, 26), [
      'flowchart TB',
      '  n0["read<br/>FileReadNode<br/>82 ms"]',
      '  class n0 critical',
      '  n1["customer<br/>SQLNode<br/>128 ms"]',
      '  n2["stock<br/>HttpNode<br/>842 ms, 3 attempts"]',
      '  class n2 critical',
      '  n3{"isLarge<br/>SwitchNode<br/>1 ms"}',
      '  n4[["approve<br/>WorkflowNode<br/>543 ms"]]',
      '  n5["discount<br/>CodeNode<br/>skipped"]',
      '  class n5 skipped',
      '  n6["price<br/>CodeNode<br/>222 ms, 3 iterations"]',
      '  n7["ship<br/>HttpNode<br/>failed, 476 ms"]',
      '  class n7 failed',
      '  n8["a report whose name is rather long, longer than its column<br/>TransformNode<br/>aborted, 309 ms"]',
      '  class n8 aborted',
      '  class n8 critical',
      '  n0 -->|"result → input"| n1',
      '  n0 ==>|"result → input"| n2',
      '  n1 -->|"result → input"| n3',
      '  n3 -->|"trueOutput → input"| n4',
      '  n3 -.->|"falseOutput → input"| n5',
      '  n1 -->|"result → input"| n6',
      '  n6 -.->|"bargain: result → input"| n6',
      '  n4 -->|"result → input"| n7',
      '  n2 ==>|"result → input"| n8',
      '  classDef failed stroke:#c1121f,stroke-width:3px,stroke-dasharray:2 2',
    ]);
  });

  it('test_what_was_not_run_says_so_and_names_are_escaped', () => {
    const drawn = runToMermaid({
      ...busyRun,
      graph: { nodes: [{ id: '"<b>`', type: 'SQLNode' }], edges: [] },
      nodes: [],
    });
    assert.equal(drawn.split('\n')[1], '  n0["#34;#60;b#62;#96;<br/>SQLNode<br/>not run"]');
    assert.equal(drawn.split('\n')[2], '  class n0 idle');
  });

  it('test_what_was_taken_from_checkpoints_takes_no_time', () => {
    const [first] = busyRun.nodes;
    assert.ok(first);
    const drawn = runToMermaid({ ...busyRun, nodes: [{ ...first, outcome: 'reused', attempts: [] }] });
    assert.match(drawn, /n0\["read<br\/>FileReadNode<br\/>reused"\]/);
  });
});
