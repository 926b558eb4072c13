import { type Workflow, WorkflowBuilder } from '../../../src/index.ts';
import type { NodeCounts } from '../../../types/index.ts';
import { later } from '../nodes/async-only-nodes.ts';
import { repeating } from '../nodes/cpu-bound-nodes.ts';
import { counter } from '../runtime/sample-cycles.ts';
import { gives } from '../runtime/sample-nodes.ts';

/** A way on which a runtime can meet nodes. */
export interface Journey {
  readonly path: string;
  readonly workflow: Workflow;
  /** How the nodes end that it has, inside and out. */
  readonly nodes: NodeCounts;
}

const plain = new WorkflowBuilder('plain')
  .addNode('FunctionNode', 'a', gives({ n: 1 }))
  .addNode('FunctionNode', 'b', { run: ({ n }) => ({ n }) })
  .addConnection('a', 'n', 'b', 'n')
  .build();

const conditional = new WorkflowBuilder('conditional')
  .addNode('SwitchNode', 'isOne', { operator: '==', value: 1, input: 1 })
  .addNode('FunctionNode', 'one', gives(1))
  .addNode('FunctionNode', 'other', gives(2))
  .addConnection('isOne', 'trueOutput', 'one', 'input')
  .addConnection('isOne', 'falseOutput', 'other', 'input')
  .build();

const retrying = (): Workflow => {
  const failed = new Set<string>();
  return new WorkflowBuilder('retrying')
    .addNode('FunctionNode', 'flaky', {
      run: (_, { runId }) => {
        if (failed.has(runId)) return { ok: true };
        failed.add(runId);
        throw new RangeError('not yet');
      },
      retry: { maxAttempts: 2 },
    })
    .build();
};

const nested = new WorkflowBuilder('nested').addNode('WorkflowNode', 'inner', { workflow: plain }).build();

const looped = new WorkflowBuilder('looped')
  .addNode('LoopNode', 'loop', {
    items: [1, 2, 3],
    node: { type: 'FunctionNode', config: { run: ({ item }: Readonly<Record<string, unknown>>) => item } },
  } as never)
  .build();

const inWorkers = new WorkflowBuilder('inWorkers')
  .addNode(repeating, 'cpuBound', { value: 1 })
  .addNode(later, 'asyncOnly', { value: 2 })
  .build();

const ended = (completed: number, others: Partial<NodeCounts> = {}): NodeCounts => ({
  started: completed + (others.failed ?? 0),
  completed,
  failed: 0,
  skipped: 0,
  retried: 0,
  ...others,
});

/** A journey on each path. */
export const journeys: readonly Journey[] = [
  { path: 'plain', workflow: plain, nodes: ended(2) },
  { path: 'conditional', workflow: conditional, nodes: ended(2, { skipped: 1 }) },
  { path: 'cyclic', workflow: counter({ maxIterations: 3 }), nodes: ended(3) },
  { path: 'sub_workflow', workflow: nested, nodes: ended(3) },
  { path: 'loop_items', workflow: looped, nodes: ended(4) },
  { path: 'workers', workflow: inWorkers, nodes: ended(2) },
  { path: 'retried', workflow: retrying(), nodes: ended(1, { retried: 1 }) },
];

/** Fails in its only node. */
export const failing = new WorkflowBuilder('failing')
  .addNode('FunctionNode', 'boom', {
    run: () => {
      throw new RangeError('out of range');
    },
  })
  .build();

/** Waits for longer than any test does. */
export const waiting = new WorkflowBuilder('waiting')
  .addNode('FunctionNode', 'slow', {
    run: () => {
      throw new Error('not yet');
    },
    retry: { maxAttempts: 2, delayMs: 60_000 },
  })
  .build();
