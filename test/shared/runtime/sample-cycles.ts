import { WorkflowBuilder } from '../../../src/index.ts';
import type { NodeInputs } from '../../../types/index.ts';
import { echo, gives } from './sample-nodes.ts';

/** Config of a function node that adds one to `n`. */
export const increment = { run: ({ n = 0 }: NodeInputs): { n: number } => ({ n: Number(n) + 1 }) };
/** The back edge of a node `count` to itself. */
export const selfEdge = { source: 'count', output: 'n', target: 'count', input: 'n' } as const;

/** A declared cycle without its back edges. */
export type CycleOptions = Omit<Parameters<WorkflowBuilder['addCycle']>[1], 'edges'>;

/** One node that counts its iterations. */
export const counter = (cycle: CycleOptions) =>
  new WorkflowBuilder()
    .addNode('FunctionNode', 'count', increment)
    .addCycle('loop', { edges: [selfEdge], ...cycle })
    .build();

/** `start` -> (`work` -> `check` -> `work` ...) -> `after`. */
export const twoNodes = (cycle: CycleOptions) => {
  const back = { source: 'check', output: 'n', target: 'work', input: 'n' } as const;
  return new WorkflowBuilder()
    .addNode('FunctionNode', 'start', gives({ n: 10 }))
    .addNode('FunctionNode', 'work', increment)
    .addNode('FunctionNode', 'check', { run: ({ n }) => ({ n, done: Number(n) >= 13 }) })
    .addNode('FunctionNode', 'after', echo)
    .addConnection('start', 'n', 'work', 'n')
    .addConnection('work', 'n', 'check', 'n')
    .addConnection('check', 'n', 'after', 'n')
    .addCycle('loop', { edges: [back], ...cycle })
    .build();
};
