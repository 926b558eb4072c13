import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WorkflowBuilder } from '../../../src/index.ts';

describe('TestMermaid', () => {
  test('test_each_kind_of_node_and_edge_has_its_shape', () => {
    const inner = new WorkflowBuilder().addNode('CodeNode', 'one', { code: 'result = 1' }).build();
    const drawn = new WorkflowBuilder()
      .addNode('SwitchNode', 'switch', { value: 1 })
      .addNode('WorkflowNode', 'sub', { workflow: inner })
      .addNode('MergeNode', 'merge')
      .addNode('CodeNode', 'code', { code: 'result = 1' })
      .addConnection('switch', 'trueOutput', 'sub', 'x')
      .addConnection('sub', 'one', 'merge', 'y')
      .addConnection('merge', 'merged', 'code', 'z')
      .addCycle('loop', {
        edges: [{ source: 'code', output: 'result', target: 'merge', input: 'again' }],
        maxIterations: 2,
      })
      .build()
      .toMermaid();
    assert.equal(
      drawn,
      [
        'flowchart TB',
        '  n0{"switch<br/>SwitchNode"}',
        '  n1[["sub<br/>WorkflowNode"]]',
        '  n2(("merge<br/>MergeNode"))',
        '  n3["code<br/>CodeNode"]',
        '  n0 -->|"trueOutput → x"| n1',
        '  n1 -->|"one → y"| n2',
        '  n2 -->|"merged → z"| n3',
        '  n3 -.->|"loop: result → again"| n2',
        '',
      ].join('\n'),
    );
  });

  test('test_what_means_something_to_mermaid_markdown_or_html_is_escaped', () => {
    const drawn = new WorkflowBuilder()
      .addNode('MergeNode', '`end` "a" #35; &lt;<b>\r\n')
      .build()
      .toMermaid();
    assert.equal(
      drawn.split('\n')[1],
      '  n0(("#96;end#96; #34;a#34; #35;35; #38;lt;#60;b#62;#13;#10;<br/>MergeNode"))',
    );
  });
});
