import type { Connection } from '../../../types/index.ts';
import type { CaseOptions, NodeDescription } from './description.ts';
import { type Delivery, requiredInputs } from './reference-inputs.ts';
import { furthest, type Given, isInactive, valueAt } from './reference-ports.ts';
import type { RuleBook } from './rules.ts';

/** How a node settled. */
export type Settled =
  | { readonly kind: 'skipped' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'completed'; readonly given: Given };

/** Whether a back edge is taken into the next iteration. */
export const isTaken = (
  edge: Connection,
  source: Settled | undefined,
  options: CaseOptions,
  book: RuleBook,
): boolean => {
  if (source?.kind === 'failed' && options.onError === 'continue') {
    return book.holds('cycle: a back edge whose source failed under continue is taken');
  }
  return source?.kind === 'completed' && !isInactive(edge.output, source.given, book);
};

/** What an edge is, as the table of the section "Edges" says. */
export const deliver = (
  edge: Connection,
  source: Settled | undefined,
  back: boolean,
  options: CaseOptions,
  book: RuleBook,
): Delivery => {
  const { input, output } = edge;
  if (source === undefined) return { kind: 'absent', input };
  if (source.kind === 'skipped') {
    return book.holds('edge: dead when its source was skipped')
      ? { kind: 'dead', input }
      : { kind: 'null', input, taken: false };
  }
  const taken = back && isTaken(edge, source, options, book);
  if (source.kind === 'failed') {
    if (options.onError === 'continue') {
      return book.holds('edge: null when its source failed under continue')
        ? { kind: 'null', input, taken }
        : { kind: 'dead', input };
    }
    return book.holds('edge: dead and poisoned when its source failed under skipDependents')
      ? { kind: 'poison', input }
      : { kind: 'dead', input };
  }
  if (isInactive(output, source.given, book)) {
    const dead =
      options.conditionalExecution === 'skip_branches'
        ? book.holds('edge: dead when its port is inactive under skip_branches')
        : !book.holds('edge: null when its port is inactive under route_data');
    return dead ? { kind: 'dead', input } : { kind: 'null', input, taken };
  }
  const values = valueAt(output, source.given.output, book);
  if (values.length > 0) return { kind: 'value', input, taken, value: values[0] };
  return {
    kind: 'missing',
    input,
    source: edge.source,
    output,
    available: Object.keys(source.given.output),
    broken: furthest(output, source.given.output),
  };
};

/** Whether a node is skipped, given what its edges are. */
export const isSkipped = (node: NodeDescription, all: readonly Delivery[], book: RuleBook): boolean => {
  const edges = all.filter(({ kind }) => kind !== 'absent');
  const isDead = ({ kind }: Delivery): boolean => kind === 'dead' || kind === 'poison';
  if (
    edges.some(({ kind }) => kind === 'poison') &&
    book.holds('skip: an edge from a node that failed under skipDependents')
  )
    return true;
  if (edges.length > 0 && edges.every(isDead)) return book.holds('skip: all edges dead');
  return requiredInputs(node.type).some((name) => {
    const feeding = edges.filter(({ input }) => input === name);
    return (
      feeding.length > 0 &&
      feeding.every(isDead) &&
      book.holds('skip: a required input fed only by dead edges')
    );
  });
};
