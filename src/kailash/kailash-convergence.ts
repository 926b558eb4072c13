import type { Connection, ConvergenceCondition } from '../../types/workflow.ts';
import { Unmapped } from './kailash-entry.ts';
import { pythonComparison } from './python-comparison.ts';

/** What the SDK puts beside the outputs of the nodes. */
const PROGRESS = new Set(['iteration', 'history', 'elapsed_time', 'results']);

/**
 * The end of a cycle that the SDK writes as an expression of Python. One comparison of an output with a literal can be told; anything
 * else would need Python in each iteration.
 *
 * @param members - the nodes of the cycle
 * @param connections - all connections of the workflow, with ports as the SDK calls them
 */
export const convergenceOf = (
  expression: unknown,
  members: ReadonlySet<string>,
  connections: readonly Connection[],
): ConvergenceCondition | Unmapped => {
  const shown = JSON.stringify(expression);
  const remedy =
    "Remove it, and add convergeWhen: { node, output, operator, value } to the cycle of the built workflow's JSON.";
  const comparison = typeof expression === 'string' ? pythonComparison(expression) : undefined;
  const [name = '', ...inside] = comparison?.path ?? [];
  if (comparison === undefined || (PROGRESS.has(name) && inside.length === 0)) {
    return new Unmapped(
      `is ${shown}, and only one comparison of an output with a number, text, True, False or None is understood. ${remedy}`,
    );
  }
  const { path: _, ...condition } = comparison;
  if (inside.length > 0) {
    return members.has(name)
      ? { node: name, output: inside.join('.'), ...condition }
      : new Unmapped(`is ${shown}, and '${name}' is no node of the cycle. ${remedy}`);
  }
  const holders = holdersOf(name, members, connections);
  const [node] = holders;
  if (node === undefined || holders.length > 1) {
    return new Unmapped(
      `is ${shown}, and ${holders.length === 0 ? 'no connection tells which node' : `more than one node (${holders.map((each) => `'${each}'`).join(', ')})`} has the output '${name}'. Write node['${name}'], with the node's id. ${remedy}`,
    );
  }
  return { node, output: name, ...condition };
};

/** The nodes of a cycle that may have an output of that name: the only one there is, or those that hand it on. */
const holdersOf = (
  name: string,
  members: ReadonlySet<string>,
  connections: readonly Connection[],
): readonly string[] => {
  if (members.size === 1) return [...members];
  const handing = connections.filter(
    ({ source, output }) => members.has(source) && (output === name || output === `result.${name}`),
  );
  return [...new Set(handing.map(({ source }) => source))];
};
