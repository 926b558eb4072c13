import { MissingInputError } from '../errors/missing-input-error.ts';
import { MissingOutputError } from '../errors/missing-output-error.ts';
import { UnknownInputError } from '../errors/unknown-input-error.ts';
import { brokenAt, MISSING, outputAt } from '../nodes/port-path.ts';
import type { Feed, PlanEdge, PlanNode } from './plan.ts';
import type { RunState } from './run-state.ts';

/**
 * The inputs of a node, as the section "Inputs" of SEMANTICS.md says.
 *
 * @throws {MissingOutputError} a source did not give what an edge asks for
 * @throws {MissingInputError} nothing supplies a required input
 * @throws {UnknownInputError} a parameter is addressed to an input that the node does not have
 */
export const gatherInputs = (state: RunState, node: PlanNode): Record<string, unknown> => {
  const inputs: Record<string, unknown> = {};
  if (node.singleEdges !== undefined && !state.hazard) {
    for (const edge of node.singleEdges) inputs[edge.input] = deliver(state, edge);
  } else {
    const hasBackEdges = state.iterationOf(node) > 1;
    for (const feed of node.feeds) {
      const value = strongest(state, feed, hasBackEdges);
      if (value !== MISSING) inputs[feed.name] = value;
    }
  }
  if (state.hasParameters) addParameters(state, node, inputs);
  const defaults = state.secretDefaults?.get(node.defaults) ?? node.defaults;
  for (const [name, value] of defaults) if (!Object.hasOwn(inputs, name)) inputs[name] = value;
  for (const name of node.required) {
    if (!Object.hasOwn(inputs, name)) throw new MissingInputError(node.id, name);
  }
  return inputs;
};

const deliver = (state: RunState, edge: PlanEdge): unknown => {
  const output = state.outputs[edge.source] as Readonly<Record<string, unknown>>;
  if (edge.direct) {
    const value = output[edge.output];
    if (value !== undefined) return value;
  }
  const value = outputAt(output, edge.output);
  if (value !== MISSING) return value;
  throw new MissingOutputError(
    (state.plan.nodes[edge.source] as PlanNode).id,
    edge.output,
    Object.keys(output),
    brokenAt(output, edge.output),
  );
};

// A value beats a null that only stands for one, a taken back edge beats a forward edge, a later edge an earlier one.
// Every edge is read, since an output that is missing fails the node even where another edge wins.
const strongest = (state: RunState, feed: Feed, hasBackEdges: boolean): unknown => {
  let best: unknown = MISSING;
  let bestRank = 0;
  for (const edge of feed.edges) {
    if (edge.back && !hasBackEdges) continue;
    const rank = rankOf(state, edge);
    if (rank === 0) continue;
    const value = state.stateOf(edge) === 'value' ? deliver(state, edge) : null;
    if (rank < bestRank) continue;
    best = value;
    bestRank = rank;
  }
  return best;
};

const rankOf = (state: RunState, edge: PlanEdge): number => {
  switch (state.stateOf(edge)) {
    case 'dead':
    case 'poisoned':
      return 0;
    case 'inactive-null':
      return 1;
    case 'null':
      return edge.back ? 3 : 1;
    case 'value':
      return edge.back ? 4 : 2;
  }
};

const addParameters = (state: RunState, node: PlanNode, inputs: Record<string, unknown>): undefined => {
  const own = state.parameters.nodes.get(node.id);
  for (const [name, value] of Object.entries(own ?? {})) {
    if (node.declared !== undefined && !node.declared.has(name)) {
      if (node.parameters !== 'declared') continue;
      throw new UnknownInputError(node.id, name, [...node.declared]);
    }
    if (!Object.hasOwn(inputs, name)) inputs[name] = value;
  }
  const { workflow } = state.parameters;
  const reaching = node.parameters === 'all' ? workflow.keys() : (node.declared ?? []);
  for (const name of reaching) {
    if (!Object.hasOwn(inputs, name) && workflow.has(name)) inputs[name] = workflow.get(name);
  }
};
