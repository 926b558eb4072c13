import fc from 'fast-check';
import type { Connection, JsonValue, Operator, RetryPolicy } from '../../../types/index.ts';
import { type CycleSpec, cycleSpec, placeCycles } from './cycle-arbitrary.ts';
import type { Behaviour, NodeDescription, RunCase, WorkflowDescription } from './description.ts';
import {
  comparedValues,
  conditionFields,
  inputNames,
  likelyPorts,
  outputValues,
  ownParameterValues,
  sharedParameterNames,
  unlikelyPort,
} from './value-palette.ts';

const value = fc.constantFrom(...outputValues);
const orders: readonly Operator[] = ['==', '!=', '>', '<', '>=', '<='];

const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('value' as const), value }) },
  { weight: 4, arbitrary: fc.constant<Behaviour>({ kind: 'echo' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pick' as const),
      input: fc.constantFrom(...inputNames.function),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Behaviour>({ kind: 'undefined' }) },
  { weight: 2, arbitrary: fc.constant<Behaviour>({ kind: 'count' }) },
  { weight: 1, arbitrary: fc.constant<Behaviour>({ kind: 'context' }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('throw' as const), message: fc.constantFrom('no', '') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('throwValue' as const), value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('failTimes' as const), times: fc.nat(3), value }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constant('reportFailure' as const), error: fc.constant('said so') },
      { requiredKeys: ['kind'] },
    ),
  },
);

const retry: fc.Arbitrary<RetryPolicy> = fc.record(
  {
    maxAttempts: fc.integer({ min: 1, max: 4 }),
    delayMs: fc.constantFrom(0, 0, 0.1, 1),
    backoff: fc.constantFrom('fixed' as const, 'linear' as const, 'exponential' as const),
    multiplier: fc.constantFrom(1, 3),
    maxDelayMs: fc.constantFrom(0.2, 1),
  },
  { requiredKeys: ['maxAttempts'] },
);

/** A thing that is there in so many of ten cases. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, inTen: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 10 - inTen, arbitrary: fc.constant(undefined) }, { weight: inTen, arbitrary });

/** `record` without the keys that are undefined. */
const compact = <T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(record).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** A node and the edges into it, with its neighbours named by distances. */
interface NodeSpec {
  readonly make: (id: string) => NodeDescription;
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

const making = <T extends object>(
  spec: fc.Arbitrary<T>,
  type: NodeDescription['type'],
): fc.Arbitrary<NodeSpec['make']> =>
  spec.map((made) => {
    const rest = compact(made);
    return Object.assign((id: string) => ({ type, id, ...rest }) as unknown as NodeDescription, {
      [fc.toStringMethod]: () => fc.stringify({ type, ...rest }),
    });
  });

const functionNode = making(
  fc.record({
    behaviour,
    turns: fc.nat(2),
    inputs: sometimes(fc.constantFrom<JsonValue>({ x: 'config' }, { y: 1, input: null }), 3),
    retry: sometimes(retry, 2),
  }),
  'function',
);
const needNode = making(
  fc.record({
    config: fc.constantFrom({}, { need: 'config' }, { need: 1, extra: 'config' }),
    retry: sometimes(retry, 2),
  }),
  'need',
);
const switchNode = fc.oneof(
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constantFrom<Operator>(...orders, 'contains'),
      value: fc.constantFrom(...comparedValues),
    }),
    'switch',
  ),
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constant('in'),
      value: fc.constantFrom<JsonValue>(['active', 1], 'an active one', [null, { a: 1 }]),
    }),
    'switch',
  ),
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constantFrom('is_null', 'is_not_null'),
    }),
    'switch',
  ),
  making(
    fc.record({
      conditionField: sometimes(fc.constantFrom(...conditionFields), 6),
      operator: fc.constantFrom(...orders),
      cases: fc.uniqueArray(fc.constantFrom<string | number>('active', 1, 'idle', 5, 'on hold', 0), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    'switch',
  ),
);
const mergeNode = fc.oneof(
  making(
    fc.record({ mergeType: fc.constantFrom('concat', 'zip', 'mergeDict'), skipNull: fc.boolean() }),
    'merge',
  ),
  making(
    fc.record({ mergeType: fc.constant('mergeDict'), key: fc.constant('id'), skipNull: fc.boolean() }),
    'merge',
  ),
);

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
    shared: fc.dictionary(fc.constantFrom(...sharedParameterNames), value, { maxKeys: 3 }),
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
