import { InvalidCycleError, UnknownNodeError, type WorkflowBuilder } from '../../../src/index.ts';
import { type Mistake, node } from './mistake.ts';

const cycle =
  (id: unknown, value: unknown) =>
  (builder: WorkflowBuilder): unknown => {
    node(builder, 'a', 'b');
    builder.addConnection('a', 'got', 'b', 'x');
    return Reflect.apply(builder.addCycle, builder, [id, value]);
  };
const back = { source: 'b', output: 'got', target: 'a', input: 'x' };

/** What can be wrong with a cycle. */
export const cycleMistakes: readonly Mistake[] = [
  {
    name: 'cycle_without_edges',
    make: cycle('loop', { edges: [], maxIterations: 2 }),
    error: InvalidCycleError,
    says: ["'loop'", 'edges'],
  },
  ...['__proto__', '7'].map((id) => ({
    name: `cycle_id_${id}`,
    make: cycle(id, { edges: [back], maxIterations: 2 }),
    error: InvalidCycleError,
    says: [`'${id}'`, 'Choose another'],
  })),
  {
    name: 'cycle_with_zero_iterations',
    make: cycle('loop', { edges: [back], maxIterations: 0 }),
    error: InvalidCycleError,
    says: ["'loop'", 'maxIterations', '0', 'from 1'],
  },
  {
    name: 'cycle_with_an_unknown_node',
    make: cycle('loop', { edges: [{ ...back, source: 'bb' }], maxIterations: 2 }),
    error: UnknownNodeError,
    says: ["'bb'", "Did you mean 'b'?"],
  },
  {
    name: 'cycle_whose_back_edge_closes_nothing',
    make: cycle('loop', {
      edges: [{ source: 'a', output: 'got', target: 'b', input: 'y' }],
      maxIterations: 2,
    }),
    error: InvalidCycleError,
    says: ["'loop'", "'a'.got -> 'b'.y"],
  },
  {
    name: 'cycle_with_a_bad_condition',
    make: cycle('loop', {
      edges: [back],
      maxIterations: 2,
      convergeWhen: { node: 'b', output: 'got', operator: '~', value: 1 },
    }),
    error: InvalidCycleError,
    says: ["'loop'", 'operator', "'~'", "'=='"],
  },
  {
    name: 'cycle_with_an_unknown_entry',
    make: cycle('loop', { edges: [back], maxIterations: 2, maxIteration: 3 }),
    error: InvalidCycleError,
    says: ["'loop'", "'maxIteration'", "Did you mean 'maxIterations'?"],
  },
  {
    name: 'two_cycles_that_share_a_node',
    make: (builder) => {
      node(builder, 'a', 'b', 'c');
      builder
        .addConnection('a', 'got', 'b', 'x')
        .addConnection('b', 'got', 'c', 'x')
        .addCycle('one', { edges: [{ ...back, input: 'y' }], maxIterations: 2 })
        .addCycle('two', {
          edges: [{ source: 'c', output: 'got', target: 'b', input: 'y' }],
          maxIterations: 2,
        });
    },
    error: InvalidCycleError,
    says: ["'two'", "'one'", "'b'"],
  },
];
