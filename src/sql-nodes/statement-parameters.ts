import type { NodeInputs } from '../../types/node-contract.ts';
import type { Dialect, SqlParameters } from '../database/database-contract.ts';
import { templateOf } from '../database/placeholders.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import type { SqlStatement } from './sql-config.ts';

/**
 * The parameters of a statement: for `:name` the inputs of these names, then what the config gives; for `?` and `$1` the input
 * `parameters`, or the list of the config. Inputs that no placeholder names only say what has to run before.
 */
export const statementParameters = (
  { query, parameters }: SqlStatement,
  inputs: NodeInputs,
  dialect: Dialect,
): SqlParameters => {
  const { style, keys } = templateOf(query, dialect);
  const given = inputs.parameters;
  if (style !== 'name') {
    if (style === 'none' && parameters === undefined) return [];
    return Array.isArray(given) ? given : (parameters ?? []);
  }
  const sources = [inputs, given, parameters].filter(isPlainObject);
  const entries = new Set(keys.map(String));
  return Object.fromEntries(
    [...entries].flatMap((name) => {
      const source = sources.find((each) => Object.hasOwn(each, name));
      return source === undefined ? [] : [[name, source[name]] as const];
    }),
  );
};
