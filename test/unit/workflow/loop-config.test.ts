import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defineNode, InvalidConfigError, type NodeDefinition, WorkflowBuilder } from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

const double = { type: 'CodeNode', config: { code: 'result = item * 2' } } as const;
const adder: NodeDefinition = defineNode({
  type: 'Adder',
  inputs: { left: { required: true }, right: {} },
  outputs: ['sum'],
  run: ({ left, right = 0 }) => ({ sum: Number(left) + Number(right) }),
});

const mistakes: readonly [name: string, config: object, ...says: string[]][] = [
  ['nothing_to_run', {}, "either 'workflow' or 'node'"],
  ['an_unknown_type', { node: { type: 'CodNode' } }, "'node.type' is 'CodNode'", "Did you mean 'CodeNode'?"],
  [
    'a_config_of_the_body',
    { node: { type: 'CodeNode', config: { code: 'result = ' } } },
    "'node.config' cannot be used by a CodeNode",
  ],
  ['an_input_that_the_body_lacks', { node: { type: adder } }, "no input 'item'", "'left', 'right'"],
  ['no_place_at_all', { node: double, maxConcurrency: 0 }, 'a number from 1'],
  ['items_that_are_no_list', { node: double, items: 5 }, 'a list'],
];

describe('TestLoopConfig', () => {
  for (const [name, config, ...says] of mistakes) {
    test(`test_a_loop_is_refused_for_${name}`, async () => {
      const builder: WorkflowBuilder = new WorkflowBuilder();
      builder.addNode('LoopNode', 'loop', config as never);
      assertError(await thrownBy(() => builder.build()), InvalidConfigError, "'loop'", ...says);
    });
  }

  test('test_the_ports_of_a_loop_are_known_to_the_compiler', () => {
    const workflow = new WorkflowBuilder()
      .addNode('LoopNode', 'loop', { node: double, items: [1] })
      .addNode('FunctionNode', 'after', { run: ({ all }) => ({ all }) })
      .addConnection('loop', 'results', 'after', 'all')
      .build();
    assert.equal(workflow.connections.length, 1);
    const loop = new WorkflowBuilder()
      .addNode('LoopNode', 'loop', { node: double })
      .addNode('CodeNode', 'after', { code: 'result = all' });
    // @ts-expect-error -- a loop has no port of that name
    const mistaken = () => loop.addConnection('loop', 'outcomes', 'after', 'all').build();
    assert.throws(mistaken, /'outcomes'/);
  });
});
