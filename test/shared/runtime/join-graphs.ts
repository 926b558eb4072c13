import { WorkflowBuilder } from '../../../src/index.ts';
import type { NodeInputs, WorkflowContract } from '../../../types/index.ts';
import { echo, gives } from './sample-nodes.ts';

// Graphs of requests in other engines' trackers, rebuilt from what the threads describe. In each of them a node behind
// branches did not run there, or ran too often.

const count = ({ list }: NodeInputs) => ({ list, count: (list as readonly unknown[]).length });

/**
 * https://github.com/n8n-io/n8n/issues/1351: a list that is processed if it has elements, its results joined with the list
 * itself; and a common path behind both, which is to run in any case.
 */
export const n8n1351 = (list: readonly unknown[]): WorkflowContract =>
  new WorkflowBuilder('n8n #1351')
    .addNode('FunctionNode', 'read', { run: () => count({ list }) })
    .addNode('SwitchNode', 'hasElements', { conditionField: 'count', operator: '>', value: 0 })
    .addNode('FunctionNode', 'process', { run: ({ data }) => ({ done: Object(data).list }) })
    .addNode('MergeNode', 'passThrough')
    .addNode('FunctionNode', 'common', echo)
    .addConnection('read', 'result', 'hasElements', 'input')
    .addConnection('hasElements', 'trueOutput', 'process', 'data')
    .addConnection('process', 'done', 'passThrough', 'processed')
    .addConnection('hasElements', 'trueOutput.list', 'passThrough', 'original')
    .addConnection('passThrough', 'merged', 'common', 'items')
    .addConnection('hasElements', 'falseOutput.list', 'common', 'items')
    .build();

/**
 * https://github.com/n8n-io/n8n/issues/27053: an appending merge, one of whose inputs is a merge that does not run, since the
 * filter before it lets nothing through.
 */
export const n8n27053 = (passes: boolean): WorkflowContract =>
  new WorkflowBuilder('n8n #27053')
    .addNode('FunctionNode', 'fields', gives({ branch: 1 }))
    .addNode('FunctionNode', 'otherFields', gives({ branch: 2, passes }))
    .addNode('SwitchNode', 'filter', { conditionField: 'passes', value: true })
    .addNode('MergeNode', 'chooseBranch')
    .addNode('MergeNode', 'append')
    .addNode('FunctionNode', 'after', echo)
    .addConnection('otherFields', 'result', 'filter', 'input')
    .addConnection('filter', 'trueOutput.branch', 'chooseBranch', 'one')
    .addConnection('fields', 'branch', 'append', 'first')
    .addConnection('chooseBranch', 'merged', 'append', 'second')
    .addConnection('append', 'merged', 'after', 'items')
    .build();

/** How many nodes the graph of n8n #37895 has; smaller ones did not show its fault. */
export const N8N_37895_NODES = 48;

const image = new WorkflowBuilder('draw mascots')
  .addNode('FunctionNode', 'draw', {
    run: ({ items }) => (items as readonly string[]).map((each) => `drawn ${each}`),
  })
  .build();

/**
 * https://github.com/n8n-io/n8n/issues/37895: a switch with a sub-workflow on one branch and nothing on the other, joined, in
 * the middle of a graph of 48 nodes with a second switch before it and a trigger that starts nothing.
 */
export const n8n37895 = (mascots: readonly string[]): WorkflowContract => {
  // In statements, so that ids may be computed.
  const builder: WorkflowBuilder = new WorkflowBuilder('n8n #37895');
  const chain = (prefix: string, from: string, output: string, length: number): string => {
    let [last, port] = [from, output];
    for (let index = 0; index < length; index += 1) {
      const id = `${prefix}${index}`;
      builder.addNode('FunctionNode', id, { run: ({ x }) => ({ x }) });
      builder.addConnection(last, port, id, 'x');
      [last, port] = [id, 'x'];
    }
    return last;
  };
  builder
    .addNode('FunctionNode', 'trigger', gives({ x: { mascots, gated: true } }))
    .addNode('FunctionNode', 'unusedTrigger', gives({ x: null }))
    .addNode('SwitchNode', 'gate', { conditionField: 'gated', value: true })
    .addNode('SwitchNode', 'routeByMascot', { conditionField: 'mascots', operator: '!=', value: [] })
    .addNode('WorkflowNode', 'executeWorkflow', { workflow: image })
    .addNode('MergeNode', 'merge')
    .addNode('MergeNode', 'end');
  chain('unused', 'unusedTrigger', 'x', 2);
  const prepared = chain('prepare', 'trigger', 'x', 12);
  builder.addConnection(prepared, 'x', 'gate', 'input');
  const gated = chain('gated', 'gate', 'trueOutput', 6);
  const ungated = chain('ungated', 'gate', 'falseOutput', 3);
  builder
    .addConnection(gated, 'x', 'routeByMascot', 'input')
    .addConnection('routeByMascot', 'trueOutput.mascots', 'executeWorkflow', 'items')
    .addConnection('executeWorkflow', 'draw.result', 'merge', 'mascot')
    .addConnection('routeByMascot', 'falseOutput.mascots', 'merge', 'nonMascot');
  const one = chain('image', 'merge', 'merged', 9);
  const other = chain('text', 'merge', 'merged', 9);
  return builder
    .addConnection(one, 'x', 'end', 'image')
    .addConnection(other, 'x', 'end', 'text')
    .addConnection(ungated, 'x', 'end', 'ungated')
    .build();
};

/**
 * https://github.com/langgenius/dify/issues/10519, with the graph of https://github.com/langgenius/dify/issues/10181, which tells
 * the same of three branches: the second and third lead to one node, the third through a further node, and none of this may
 * run when the first branch is taken.
 */
export const dify10519 = (branch: number): WorkflowContract =>
  new WorkflowBuilder('dify #10519')
    .addNode('FunctionNode', 'start', gives({ branch }))
    .addNode('SwitchNode', 'ifElse', { conditionField: 'branch', cases: [1, 2, 3] })
    .addNode('FunctionNode', 'one', echo)
    .addNode('FunctionNode', 'two', echo)
    .addNode('FunctionNode', 'three', echo)
    .addNode('FunctionNode', 'further', { run: ({ x }) => ({ got: Object(x).got ?? x }) })
    .addNode('MergeNode', 'aggregator')
    .addNode('FunctionNode', 'answer', echo)
    .addConnection('start', 'result', 'ifElse', 'input')
    .addConnection('ifElse', 'case_1.branch', 'one', 'branch')
    .addConnection('ifElse', 'case_2.branch', 'two', 'branch')
    .addConnection('ifElse', 'case_3.branch', 'three', 'branch')
    .addConnection('three', 'got', 'further', 'x')
    .addConnection('two', 'got', 'aggregator', 'two')
    .addConnection('further', 'got', 'aggregator', 'three')
    .addConnection('aggregator', 'merged', 'answer', 'items')
    .build();

/** https://github.com/langgenius/dify/issues/12492: two switches side by side whose branches lead to one node. */
export const dify12492 = (first: boolean, second: boolean): WorkflowContract =>
  new WorkflowBuilder('dify #12492')
    .addNode('FunctionNode', 'start', gives({ first, second }))
    .addNode('SwitchNode', 'isFirst', { conditionField: 'first', value: true })
    .addNode('SwitchNode', 'isSecond', { conditionField: 'second', value: true })
    .addNode('FunctionNode', 'subsequent', { run: (inputs) => ({ from: Object.keys(inputs) }) })
    .addConnection('start', 'result', 'isFirst', 'input')
    .addConnection('start', 'result', 'isSecond', 'input')
    .addConnection('isFirst', 'trueOutput', 'subsequent', 'first')
    .addConnection('isSecond', 'trueOutput', 'subsequent', 'second')
    .build();

/** Switches inside of each other's branches, `depth` of them; every branch that is left over leads to one join. */
export const nested = (depth: number): WorkflowContract => {
  const builder: WorkflowBuilder = new WorkflowBuilder('nested');
  builder.addNode('FunctionNode', 'level', { run: ({ level }) => ({ level }), inputs: { level: 0 } });
  for (let index = 0; index < depth; index += 1) {
    builder.addNode('SwitchNode', `switch${index}`, { conditionField: 'level', operator: '>', value: index });
    builder.addNode('FunctionNode', `leave${index}`, { run: () => ({ left: index }) });
  }
  builder.addNode('FunctionNode', 'bottom', { run: () => ({ left: depth }) });
  builder.addNode('MergeNode', 'join');
  builder.addConnection('level', 'result', 'switch0', 'input');
  for (let index = 0; index < depth; index += 1) {
    const [next, input] = index + 1 === depth ? ['bottom', 'x'] : [`switch${index + 1}`, 'input'];
    builder.addConnection(`switch${index}`, 'trueOutput', next, input);
    builder.addConnection(`switch${index}`, 'falseOutput', `leave${index}`, 'x');
    builder.addConnection(`leave${index}`, 'left', 'join', `from${index}`);
  }
  return builder.addConnection('bottom', 'left', 'join', 'fromBottom').build();
};
