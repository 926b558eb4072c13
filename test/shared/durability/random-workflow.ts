import { type Workflow, WorkflowBuilder } from '../../../src/index.ts';
import type { NodeContext, NodeInputs, RuntimeOptions } from '../../../types/index.ts';

/** Runs the work of one node; `label` names the node with its iteration, item and attempt, and is the same in every run. */
export type RunsNode = (label: string, work: () => unknown) => unknown;

/** A workflow that a seed stands for, and how it is to be run. */
export interface RandomWorkflow {
  readonly workflow: Workflow;
  readonly options: RuntimeOptions;
}

// mulberry32, by Tommy Ettinger (public domain).
const randomOf = (seed: number): ((below: number) => number) => {
  let state = (seed * 0x9e3779b9) | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const sumOf = (value: unknown): number => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => (sum * 31 + sumOf(each)) % 1_000_003, 7);
};

/**
 * A workflow with branches, a cycle, a sub-workflow, a loop, retries and failures, as the seed says.
 *
 * @param runs - what runs the work of each node; it may answer with a promise where the runtime takes one
 */
export const randomWorkflow = (seed: number, runs: RunsNode): RandomWorkflow => {
  const below = randomOf(seed);
  const builder: WorkflowBuilder = new WorkflowBuilder(`random ${seed}`);
  const node =
    (prefix = '', fails: (attempt: number) => boolean = () => false) =>
    (inputs: NodeInputs, { nodeId, iteration = 0, attempt }: NodeContext): unknown => {
      const item = inputs.index === undefined ? '' : `[${inputs.index}]`;
      return runs(`${prefix}${nodeId}${item}#${iteration}.${attempt}`, () => {
        if (fails(attempt)) throw new RangeError(`${nodeId} fails`);
        const sum = sumOf([nodeId, inputs, iteration]);
        return { n: sum, big: BigInt(sum), at: new Date(sum), nothing: undefined, small: sum % 10 };
      });
    };
  const works: string[] = [];
  const connect = (target: string, input: string): undefined => {
    const source = works[below(works.length)];
    if (source !== undefined) builder.addConnection(source, 'n', target, input);
  };
  const size = 4 + below(5);
  for (let index = 0; index < size; index += 1) {
    const id = `w${index}`;
    const isFlaky = below(4) === 0;
    builder.addNode('FunctionNode', id, {
      run: node('', (attempt) => isFlaky && attempt < 3),
      ...(isFlaky && { retry: { maxAttempts: 3 } }),
    });
    for (let edges = below(3); edges > 0; edges -= 1) connect(id, `in${edges}`);
    works.push(id);
  }
  builder.addNode('SwitchNode', 'switch', { operator: '>', value: 500_000 });
  connect('switch', 'input');
  for (const port of ['trueOutput', 'falseOutput']) {
    builder.addNode('FunctionNode', port, { run: node() }).addConnection('switch', port, port, 'value');
  }
  builder.addNode('MergeNode', 'merge');
  builder
    .addConnection('trueOutput', 'small', 'merge', 'a')
    .addConnection('falseOutput', 'small', 'merge', 'b');
  if (below(2) === 0) {
    builder
      .addNode('FunctionNode', 'first', { run: node() })
      .addNode('FunctionNode', 'second', { run: node() });
    builder.addConnection('first', 'n', 'second', 'n').addNode('FunctionNode', 'after', { run: node() });
    connect('first', 'start');
    builder.addConnection('second', 'n', 'after', 'n').addCycle('cycle', {
      edges: [{ source: 'second', output: 'n', target: 'first', input: 'last' }],
      maxIterations: 2 + below(3),
    });
  }
  if (below(2) === 0) {
    const inner: WorkflowBuilder = new WorkflowBuilder('inner');
    for (const id of ['x', 'y', 'z']) inner.addNode('FunctionNode', id, { run: node('sub/') });
    const workflow = inner.addConnection('x', 'n', 'y', 'n').addConnection('x', 'n', 'z', 'n').build();
    builder.addNode('WorkflowNode', 'sub', { workflow });
    connect('sub', 'given');
  }
  if (below(2) === 0) {
    builder.addNode('LoopNode', 'each', {
      items: [1, 2, 3],
      node: { type: 'FunctionNode', config: { run: node('each/') } },
    });
    connect('each', 'given');
  }
  const onError = (['stop', 'continue', 'skipDependents'] as const)[below(3)] ?? 'stop';
  if (onError !== 'stop') {
    builder.addNode('FunctionNode', 'bad', { run: node('', () => true) });
    builder.addNode('FunctionNode', 'behind', { run: node() });
    builder.addConnection('bad', 'n', 'behind', 'n');
    connect('bad', 'n');
  }
  const conditionalExecution = below(2) === 0 ? 'skip_branches' : 'route_data';
  return { workflow: builder.build(), options: { onError, conditionalExecution } };
};
