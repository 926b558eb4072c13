import * as v from 'valibot';
import { type DatabaseTarget, databaseSchema } from '../database/database-options.ts';
import { templateOf } from '../database/placeholders.ts';
import { ConfigProblem } from '../nodes/node-definition.ts';
import { isPlainObject } from '../nodes/plain-object.ts';
import { inputValues, policyEntries } from '../nodes/policy-schema.ts';
import { readConfig } from '../nodes/read-config.ts';
import { collectSecretNames } from '../secrets/secret.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

type RowsHandler = (rows: readonly Readonly<Record<string, unknown>>[]) => unknown;

const statementEntries = {
  /** One statement; values stand for its placeholders `?`, `$1` or `:name` and never in its text. */
  query: text,
  /** A list for `?` and `$1`; an object for `:name`, where inputs of the same name win. */
  parameters: v.exactOptional(
    v.custom<readonly unknown[] | Readonly<Record<string, unknown>>>(
      (value) => Array.isArray(value) || isPlainObject(value),
      'a list for ? and $1, or a plain object for :name',
    ),
  ),
  /** The name of the placeholder with the version that is expected: no changed row is then a `SqlConflictError`. */
  optimisticLock: v.exactOptional(text),
};

const schema = v.strictObject({
  /** What to connect to, or the key of a `Database` among the runtime's `resources`. */
  database: v.union([text, databaseSchema]),
  ...v.partial(v.object({ query: statementEntries.query })).entries,
  parameters: statementEntries.parameters,
  optimisticLock: statementEntries.optimisticLock,
  /** Several statements, in the place of `query`. */
  statements: v.exactOptional(
    v.pipe(v.array(v.strictObject({ name: text, ...statementEntries })), v.minLength(1)),
  ),
  /**
   * `auto`: all statements in one transaction, committed at the end; `manual`: on one connection, and they say `BEGIN` and `COMMIT`
   * themselves; `none`: each by itself.
   */
  transaction: v.exactOptional(v.picklist(['auto', 'manual', 'none']), 'auto'),
  /** The most rows that `query` may answer; with it, or with `eachRows`, rows are read some at a time. */
  maxRows: v.exactOptional(count),
  /** Takes the rows of `query` some at a time, in the place of the output `rows`. */
  eachRows: v.exactOptional(
    v.custom<RowsHandler>((value) => typeof value === 'function', 'a function (rows) => …'),
  ),
  /** How many rows `eachRows` is given at a time. */
  rowsAtATime: v.exactOptional(count, 500),
  /** Values of inputs that nothing else supplies; a secret stands here. */
  inputs: inputValues,
  ...policyEntries,
});

type Written = v.InferInput<typeof schema>;

/** The config of a `SQLNode`. */
export type SqlConfig = Omit<Written, 'statements'> & {
  readonly statements?: readonly NonNullable<Written['statements']>[number][];
};

/** The config as read. */
export type ReadSqlConfig = v.InferOutput<typeof schema>;

/** A statement of a node. */
export interface SqlStatement {
  /** As messages call it. */
  readonly name: string | undefined;
  readonly query: string;
  readonly parameters: readonly unknown[] | Readonly<Record<string, unknown>> | undefined;
  readonly optimisticLock: string | undefined;
}

/** The config of a node and its statements, or what is wrong with them. */
export const readSqlConfig = (
  written: Readonly<Record<string, unknown>>,
): { readonly config: ReadSqlConfig; readonly statements: readonly SqlStatement[] } | ConfigProblem => {
  const config = readConfig(schema, written);
  if (config instanceof ConfigProblem) return config;
  const statements = statementsOf(config);
  const problem =
    problemOf(config) ?? statements.map((each) => statementProblem(each, config.database)).find(Boolean);
  return problem === undefined ? { config, statements } : new ConfigProblem(problem);
};

const statementsOf = ({
  query,
  parameters,
  optimisticLock,
  statements,
}: ReadSqlConfig): readonly SqlStatement[] =>
  query === undefined
    ? (statements ?? []).map((each) => ({
        name: each.name,
        query: each.query,
        parameters: each.parameters,
        optimisticLock: each.optimisticLock,
      }))
    : [{ name: undefined, query, parameters, optimisticLock }];

const problemOf = (config: ReadSqlConfig): string | undefined => {
  const { query, statements, transaction } = config;
  if ((query === undefined) === (statements === undefined)) {
    return "give either 'query', one statement, or 'statements', a list of { name, query }.";
  }
  const names = statements?.map(({ name }) => name) ?? [];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `two statements are named '${twice}': give each a name of its own.`;
  const alone = (['parameters', 'optimisticLock', 'maxRows', 'eachRows'] as const).find(
    (entry) => statements !== undefined && config[entry] !== undefined,
  );
  if (alone !== undefined)
    return `'${alone}' goes with 'query': give it in the statement that it is for, or remove it.`;
  return query !== undefined && transaction === 'manual'
    ? "transaction 'manual' goes with 'statements', which say BEGIN and COMMIT: give them, or remove it."
    : undefined;
};

const statementProblem = (
  { query, parameters, optimisticLock }: SqlStatement,
  database: string | DatabaseTarget,
): string | undefined => {
  // Of a declared database the dialect is known only when it runs; what counts here is the same in both.
  const { keys, style, problem } = templateOf(
    query,
    typeof database === 'string' ? 'postgresql' : database.type,
  );
  const label = JSON.stringify(query.slice(0, 60));
  if (problem !== undefined) return `the statement ${label}: ${problem}`;
  const names = keys.map(String);
  if (Array.isArray(parameters) && style === 'name') {
    return `the statement ${label} has placeholders such as :${names[0]}: give 'parameters' as an object.`;
  }
  const secrets = new Set<string>();
  collectSecretNames(parameters, secrets);
  const [secret] = secrets;
  if (secret !== undefined) {
    return `the secret '${secret}' stands in 'parameters', where it is no secret: give it as an input, in 'inputs'.`;
  }
  if (isPlainObject(parameters)) {
    const unknown = Object.keys(parameters).find((name) => style !== 'name' || !names.includes(name));
    if (unknown !== undefined)
      return `the statement ${label} has no placeholder :${unknown}: remove it from 'parameters'.`;
  }
  if (optimisticLock === undefined) return undefined;
  if (style !== 'name' || !names.includes(optimisticLock)) {
    return `'optimisticLock' is '${optimisticLock}', and the statement ${label} has no placeholder :${optimisticLock}: compare the version with it.`;
  }
  return /\b(update|delete)\b/i.test(query)
    ? undefined
    : `'optimisticLock' goes with UPDATE and DELETE, and the statement ${label} is neither.`;
};
