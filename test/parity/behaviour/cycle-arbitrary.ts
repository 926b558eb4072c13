import fc from 'fast-check';
import type { Connection } from '../../../types/index.ts';
import type { Convergence, CycleDescription, NodeDescription } from './description.ts';
import { inputNames, likelyPorts } from './value-palette.ts';

/** A cycle over neighbouring nodes, named by position. */
export interface CycleSpec {
  readonly start: number;
  readonly length: number;
  /** The first node counts, so that the iterations differ. */
  readonly counts: boolean;
  /** The last node is a switch on the count, whose true port is the back edge. */
  readonly exit: boolean;
  readonly backPort: number;
  readonly backInput: number;
  readonly maxIterations: number;
  readonly convergence: 'none' | 'data' | 'atIteration' | 'throw' | 'slow';
  readonly until: number;
  readonly operator: '>=' | '!=';
  readonly limited: boolean;
}

/** What decides a cycle. */
export const cycleSpec: fc.Arbitrary<CycleSpec> = fc.record({
  start: fc.nat(20),
  length: fc.nat(4),
  counts: fc.boolean(),
  exit: fc.boolean(),
  backPort: fc.nat(3),
  backInput: fc.nat(3),
  maxIterations: fc.integer({ min: 1, max: 5 }),
  convergence: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('none' as const, 'data' as const, 'atIteration' as const) },
    { weight: 1, arbitrary: fc.constantFrom('throw' as const, 'slow' as const) },
  ),
  until: fc.integer({ min: 1, max: 4 }),
  operator: fc.constantFrom('>=' as const, '!=' as const),
  limited: fc.boolean(),
});

const convergenceOf = (
  { convergence, until, operator }: CycleSpec,
  first: NodeDescription,
): Convergence | undefined => {
  switch (convergence) {
    case 'none':
      return undefined;
    case 'data':
      return { kind: 'data', node: first.id, output: likelyPorts(first)[0], operator, value: until };
    case 'atIteration':
      return { kind: 'atIteration', iteration: until };
    case 'throw':
      return { kind: 'throw', message: 'no end' };
    case 'slow':
      return { kind: 'slow' };
  }
};

const edge = (source: string, output: string, target: string, input: string): Connection => ({
  source,
  output,
  target,
  input,
});

const counter = (id: string): NodeDescription => ({
  type: 'function',
  id,
  behaviour: { kind: 'count' },
  turns: 1,
});
const exitSwitch = (id: string, until: number): NodeDescription => ({
  type: 'switch',
  id,
  conditionField: 'count',
  operator: '<',
  value: until,
});

interface Placed {
  readonly nodes: readonly NodeDescription[];
  readonly cycles: readonly CycleDescription[];
  /** Forward edges that make sure that each cycle is one. */
  readonly added: readonly Connection[];
}

const place = (placed: Placed, spec: CycleSpec, index: number): Placed => {
  const start = spec.start % placed.nodes.length;
  const end = Math.min(start + spec.length, placed.nodes.length - 1);
  const [first, last] = [placed.nodes[start], placed.nodes[end]];
  if (first === undefined || last === undefined) return placed;
  const exits = spec.counts && spec.exit && end > start;
  const nodes = placed.nodes.map((node, position) => {
    if (position === start && spec.counts) return counter(node.id);
    return position === end && exits ? exitSwitch(node.id, spec.until) : node;
  });
  const members = nodes.slice(start, end + 1);
  const [entry = first, exit = last] = [members.at(0), members.at(-1)];
  const steps = members.slice(1).map((target, step) => {
    const source = members[step] ?? entry;
    const input = inputNames[target.type][0];
    if (target === exit && exits) return edge(entry.id, 'result', exit.id, 'input');
    return edge(source.id, likelyPorts(source)[0], target.id, input);
  });
  const entryInputs = inputNames[entry.type];
  const ports = likelyPorts(exit);
  const back = exits
    ? [edge(exit.id, 'trueOutput.count', entry.id, 'count')]
    : [
        edge(
          exit.id,
          ports[spec.backPort % ports.length] ?? ports[0],
          entry.id,
          entryInputs[spec.backInput % entryInputs.length] ?? entryInputs[0],
        ),
        ...(spec.counts && exit !== entry ? [edge(entry.id, 'count', entry.id, 'count')] : []),
      ];
  const convergeWhen = convergenceOf(spec, entry);
  // A limit is either passed for sure, by a slow `convergeWhen`, or never.
  const timeoutMs = spec.convergence === 'slow' ? 0.1 : 600_000;
  return {
    nodes,
    cycles: [
      ...placed.cycles,
      {
        id: `loop${index}`,
        edges: back,
        maxIterations: spec.maxIterations,
        ...(convergeWhen === undefined ? {} : { convergeWhen }),
        ...(spec.limited || spec.convergence === 'slow' ? { timeoutMs } : {}),
      },
    ],
    added: [...placed.added, ...steps],
  };
};

/** Puts cycles over disjoint ranges of nodes; one that would overlap an earlier one is left out. */
export const placeCycles = (nodes: readonly NodeDescription[], specs: readonly CycleSpec[]): Placed => {
  const used = new Set<number>();
  return specs.reduce<Placed>(
    (placed, spec, index) => {
      const start = spec.start % nodes.length;
      const range = Array.from({ length: spec.length + 1 }, (_, step) => start + step);
      if (range.some((position) => used.has(position))) return placed;
      for (const position of range) used.add(position);
      return place(placed, spec, index);
    },
    { nodes, cycles: [], added: [] },
  );
};
