import { MissingInputError, MissingOutputError, UnknownInputError } from '../../../src/index.ts';
import type { NodeDescription, RunCase } from './description.ts';
import { isPlainObject } from './plain-object.ts';
import type { furthest } from './reference-ports.ts';
import type { Rule, RuleBook } from './rules.ts';

/** What an edge into a node is, once its source has settled. */
export type Delivery =
  | { readonly kind: 'absent' | 'dead' | 'poison'; readonly input: string }
  | { readonly kind: 'null'; readonly input: string; readonly taken: boolean }
  | { readonly kind: 'value'; readonly input: string; readonly taken: boolean; readonly value: unknown }
  | {
      readonly kind: 'missing';
      readonly input: string;
      readonly source: string;
      readonly output: string;
      readonly available: readonly string[];
      readonly broken: ReturnType<typeof furthest>;
    };

/** The inputs that a type of node declares; `undefined` for one that takes any. */
const declared: Readonly<Record<NodeDescription['type'], readonly string[] | undefined>> = {
  function: undefined,
  merge: undefined,
  sub: undefined,
  switch: ['input', 'data', 'inputData', 'items'],
  need: ['need', 'extra'],
};

/** The inputs that a type of node cannot do without. */
export const requiredInputs = (type: NodeDescription['type']): readonly string[] =>
  type === 'need' ? ['need'] : [];

/** The parameters that are addressed to a node alone. */
export const ownParameters = (
  id: string,
  { parameters }: RunCase,
): Readonly<Record<string, unknown>> | undefined => {
  const own = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
  return isPlainObject(own) ? own : undefined;
};

/** The parameters that are not addressed to one node. */
const sharedParameters = (
  { parameters, workflow }: RunCase,
  book: RuleBook,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(parameters).filter(([name, value]) => {
      const addressed = isPlainObject(value) && workflow.nodes.some(({ id }) => id === name);
      return !(
        addressed && book.holds('input: a key that is a node id with an object is no workflow parameter')
      );
    }),
  );

const fromConfig = (node: NodeDescription): Readonly<Record<string, unknown>> => {
  if (node.type === 'need') return node.config;
  return (node.type === 'function' || node.type === 'sub' ? node.inputs : undefined) ?? {};
};

type Delivered = Extract<Delivery, { kind: 'null' | 'value' }>;

/** Of several edges that deliver to one input, the one that counts. */
const strongest = (edges: readonly Delivered[], book: RuleBook): Delivered | undefined => {
  const preferred = (rule: Rule, of: readonly Delivered[], isBetter: (edge: Delivered) => boolean) => {
    const better = of.filter(isBetter);
    if (better.length === 0 || better.length === of.length) return of;
    return book.holds(rule) ? better : of.filter((edge) => !isBetter(edge));
  };
  const taken = preferred('input: a taken back edge before a forward edge', edges, (edge) => edge.taken);
  const values = preferred(
    'input: a value before a null that stands for nothing',
    taken,
    ({ kind }) => kind === 'value',
  );
  return values.at(values.length > 1 && !book.holds('input: the later edge wins') ? 0 : -1);
};

/**
 * The inputs of a node by name, in the order of its edges, then of its parameters, then of its config.
 *
 * @throws MissingOutputError, UnknownInputError, MissingInputError
 */
export const makeInputs = (
  node: NodeDescription,
  deliveries: readonly Delivery[],
  run: RunCase,
  book: RuleBook,
): ReadonlyMap<string, unknown> => {
  const names = [...new Set(deliveries.map(({ input }) => input))];
  const missing = names
    .flatMap((name) => deliveries.filter(({ input }) => input === name))
    .find((delivery) => delivery.kind === 'missing');
  if (missing !== undefined && book.holds('port: a missing output fails the target')) {
    throw new MissingOutputError(missing.source, missing.output, missing.available, missing.broken);
  }
  const known = declared[node.type];
  const own = ownParameters(node.id, run);
  const shared = sharedParameters(run, book);
  const takesShared = (name: string): boolean => {
    if (node.type === 'merge') return !book.holds('input: merges take no workflow parameters');
    if (known === undefined || known.includes(name)) return true;
    return !book.holds('input: workflow parameters reach only nodes that declare them');
  };
  const sharedNames = Object.keys(shared).filter(takesShared);
  const config = fromConfig(node);

  const edges = new Map<string, unknown>();
  for (const name of names) {
    const delivered = deliveries.filter(
      (each): each is Delivered => each.input === name && (each.kind === 'null' || each.kind === 'value'),
    );
    const edge = strongest(delivered, book);
    if (edge !== undefined) edges.set(name, edge.kind === 'value' ? edge.value : null);
  }
  const inOrder =
    node.type === 'merge' && edges.size > 1 && !book.holds('merge: inputs in the order of addConnection');
  const edgeEntries = inOrder ? [...edges].toReversed() : [...edges];

  for (const name of Object.keys(own ?? {})) {
    if (known === undefined || known.includes(name) || edges.has(name)) continue;
    // A switch may take the whole of its parameters as its data.
    if (node.type === 'switch') continue;
    if (book.holds('input: a name that the node does not declare is refused')) {
      throw new UnknownInputError(node.id, name, known);
    }
  }

  const sources = [
    { rule: 'input: an edge before a parameter', entries: edgeEntries },
    {
      rule: 'input: a node parameter before a workflow parameter',
      entries: Object.entries(own ?? {}).filter(([name]) => known === undefined || known.includes(name)),
    },
    {
      rule: 'input: a workflow parameter before the config',
      entries: sharedNames.map((name) => [name, shared[name]] as const),
    },
    { rule: 'input: the config comes last', entries: Object.entries(config) },
  ] as const;
  const inputs = new Map<string, unknown>();
  for (const [index, { rule, entries }] of sources.entries()) {
    const stronger = sources[index - 1]?.rule;
    for (const [name, value] of entries) {
      if (inputs.has(name)) {
        if (stronger !== undefined && !book.holds(stronger)) inputs.set(name, value);
      } else if (rule !== 'input: the config comes last' || book.holds(rule)) inputs.set(name, value);
    }
  }
  for (const name of requiredInputs(node.type)) {
    if (!inputs.has(name) && book.holds('input: a required input that nothing supplies')) {
      throw new MissingInputError(node.id, name);
    }
  }
  return inputs;
};
