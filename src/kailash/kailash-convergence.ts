import type { JsonValue } from '../../types/json.ts';
import type { Connection, ConvergenceCondition, Operator } from '../../types/workflow.ts';
import { Unmapped } from './kailash-entry.ts';

const COMPARISON = /^\s*([A-Za-z_]\w*)\s*(==|!=|>=|<=|>|<)\s*(.+?)\s*$/;

/** What the SDK puts beside the outputs of the nodes. */
const PROGRESS = new Set(['iteration', 'history', 'elapsed_time', 'results']);

const WORDS: Readonly<Record<string, JsonValue>> = { True: true, False: false, None: null };

const literalOf = (text: string): JsonValue | undefined => {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  if (/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text)) return Number(text);
  return /^(["'])([^"'\\]*)\1$/.exec(text)?.[2];
};

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
  const [, name = '', operator = '', text = ''] = COMPARISON.exec(String(expression)) ?? [];
  const value = literalOf(text);
  if (typeof expression !== 'string' || name === '' || value === undefined || PROGRESS.has(name)) {
    return new Unmapped(
      `is ${shown}, and only one comparison of an output with a number, text, True, False or None is understood. ${remedy}`,
    );
  }
  const holders = holdersOf(name, members, connections);
  const [node] = holders;
  if (node === undefined || holders.length > 1) {
    return new Unmapped(
      `is ${shown}, and ${holders.length === 0 ? 'no connection tells which node' : `more than one node (${holders.map((each) => `'${each}'`).join(', ')})`} has the output '${name}'. ${remedy}`,
    );
  }
  if (value !== null) return { node, output: name, operator: operator as Operator, value };
  if (operator === '==') return { node, output: name, operator: 'is_null' };
  if (operator === '!=') return { node, output: name, operator: 'is_not_null' };
  return new Unmapped(`is ${shown}, and None is neither more nor less than anything. ${remedy}`);
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
