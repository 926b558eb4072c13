import fc from 'fast-check';
import type { Connection, JsonValue } from '../../../types/index.ts';
import { retry } from './behaviour-arbitrary.ts';
import { type CycleSpec, cycleSpec, placeCycles } from './cycle-arbitrary.ts';
import type { NodeDescription, RunCase, WorkflowDescription } from './description.ts';
import { functionNode, type MakeNode, making, mergeNode, needNode, switchNode } from './node-arbitrary.ts';
import { compact, sometimes } from './optional-arbitrary.ts';
import {
  inputNames,
  likelyPorts,
  outputValues,
  ownParameterValues,
  sharedParameterNames,
  unlikelyPort,
} from './value-palette.ts';

/** A node and the edges into it, with its neighbours named by distances. */
interface NodeSpec {
  readonly make: MakeNode;
  readonly edges: readonly {
    readonly back: number;
    readonly port: number;
    readonly input: number;
    readonly rank: number;
    readonly miss: boolean;
  }[];
  readonly rank: number;
  readonly own: number | undefined;
}

const nodeSpec = (depth: number): fc.Arbitrary<NodeSpec> => {
  const subNode = making(
    fc.record({
      workflow: fc.constant(null).chain(() => workflowWith('i', depth - 1, 5)),
      inputs: sometimes(fc.constantFrom<JsonValue>({ x: 'config' }, { i0: { input: 'active', x: 1 } }), 5),
      retry: sometimes(retry, 2),
    }),
    'sub',
  );
  return fc.record({
    make: fc.oneof(
      { weight: 10, arbitrary: functionNode },
      { weight: 5, arbitrary: switchNode },
      { weight: 3, arbitrary: mergeNode },
      { weight: 3, arbitrary: needNode },
      ...(depth > 0 ? [{ weight: 1, arbitrary: subNode }] : []),
    ),
    edges: fc.array(
      fc.record({
        back: fc.nat(5),
        port: fc.nat(7),
        input: fc.nat(3),
        rank: fc.nat(2),
        miss: fc.nat(24).map((n) => n === 24),
      }),
      { maxLength: 4 },
    ),
    rank: fc.nat(2),
    own: sometimes(fc.nat(4), 5),
  });
};

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('Nothing to choose from.');
  return found;
};

const byRank = (left: { readonly rank: number }, right: { readonly rank: number }): number =>
  left.rank - right.rank;

const edgesOf = (specs: readonly NodeSpec[], nodes: readonly NodeDescription[]): readonly Connection[] => {
  const ranked = specs.flatMap(({ edges }, index) => {
    if (index === 0) return [];
    const target = at(nodes, index);
    return edges.map(({ back, port, input, rank, miss }) => {
      const source = at(nodes, Math.max(0, index - 1 - back));
      const output = miss ? unlikelyPort(source) : at(likelyPorts(source), port);
      return {
        rank,
        edge: { source: source.id, output, target: target.id, input: at(inputNames[target.type], input) },
      };
    });
  });
  return ranked.toSorted(byRank).map(({ edge }) => edge);
};

interface Generated {
  readonly workflow: WorkflowDescription;
  readonly parameters: Readonly<Record<string, JsonValue>>;
}

const assemble = (
  prefix: string,
  specs: readonly NodeSpec[],
  cycleSpecs: readonly CycleSpec[],
): Generated => {
  const made = specs.map(({ make }, index) => make(`${prefix}${index}`));
  const { nodes, cycles, added } = placeCycles(made, cycleSpecs);
  const edges = new Map(
    [...added, ...edgesOf(specs, nodes)].map((edge) => [
      JSON.stringify([edge.source, edge.output, edge.target, edge.input]),
      edge,
    ]),
  );
  const order = specs.map(({ rank }, index) => ({ rank, node: at(nodes, index) })).toSorted(byRank);
  const own = specs.flatMap((spec, index) => {
    const { id, type } = at(nodes, index);
    return spec.own === undefined ? [] : [[id, at(ownParameterValues[type], spec.own)] as const];
  });
  return {
    workflow: {
      name: `${prefix} flow`,
      nodes: order.map(({ node }) => node),
      edges: [...edges.values()],
      cycles,
    },
    parameters: Object.fromEntries(own),
  };
};

const generated = (prefix: string, depth: number, maxLength: number): fc.Arbitrary<Generated> =>
  fc
    .tuple(
      fc.array(nodeSpec(depth), { minLength: 1, maxLength, size: 'max' }),
      fc.array(cycleSpec, { maxLength: 2 }),
    )
    .map(([specs, cycles]) => assemble(prefix, specs, cycles));

const workflowWith = (prefix: string, depth: number, maxLength: number): fc.Arbitrary<WorkflowDescription> =>
  generated(prefix, depth, maxLength).map(({ workflow }) => workflow);

/** Cases of a run: workflows of up to 40 nodes, most of them small, with parameters and options, as plain data. */
export const runCase: fc.Arbitrary<RunCase> = fc
  .record({
    generated: fc.oneof(
      { weight: 3, arbitrary: generated('n', 1, 8) },
      { weight: 1, arbitrary: generated('n', 1, 40) },
    ),
    shared: fc.dictionary(fc.constantFrom(...sharedParameterNames), fc.constantFrom(...outputValues), {
      maxKeys: 3,
    }),
    options: fc.record({
      conditionalExecution: fc.constantFrom('route_data' as const, 'skip_branches' as const),
      onError: fc.constantFrom('continue' as const, 'skipDependents' as const, 'stop' as const),
      contentAwareSuccess: fc.boolean(),
      retry: sometimes(retry, 2),
    }),
  })
  .map(({ generated: { workflow, parameters }, shared, options }) => ({
    workflow,
    parameters: { ...shared, ...parameters },
    options: compact(options) as RunCase['options'],
  }));
