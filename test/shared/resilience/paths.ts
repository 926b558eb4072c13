import { type Workflow, WorkflowBuilder } from '../../../src/index.ts';
import type { BulkheadPolicy, CircuitBreakerPolicy, NodeInputs, RetryPolicy } from '../../../types/index.ts';

/** Config of a function node, with its policies. */
interface Config {
  readonly run: (inputs: NodeInputs) => unknown;
  readonly retry?: RetryPolicy;
  readonly circuitBreaker?: CircuitBreakerPolicy;
  readonly bulkhead?: BulkheadPolicy;
}

const plain = (config: Config): Workflow =>
  new WorkflowBuilder().addNode('FunctionNode', 'f', config).build();

/** The ways on which a runtime can meet a node: each makes a workflow in which the node `f` of that config runs once. */
export const paths: readonly [name: string, make: (config: Config) => Workflow][] = [
  ['plain', plain],
  [
    'conditional',
    (config) =>
      new WorkflowBuilder()
        .addNode('SwitchNode', 's', { operator: '==', value: 1, input: 1 })
        .addNode('FunctionNode', 'f', config)
        .addConnection('s', 'trueOutput', 'f', 'input')
        .build(),
  ],
  [
    'cyclic',
    (config) =>
      new WorkflowBuilder()
        .addNode('FunctionNode', 'f', config)
        .addCycle('loop', {
          edges: [{ source: 'f', output: 'result', target: 'f', input: 'x' }],
          maxIterations: 1,
        })
        .build(),
  ],
  [
    'sub_workflow',
    (config) => new WorkflowBuilder().addNode('WorkflowNode', 'w', { workflow: plain(config) }).build(),
  ],
];
