import type { Color } from '../../types/color.ts';
import type { NodeContext, NodeInputs } from '../../types/node-contract.ts';
import type { Colouring } from '../database/colouring.ts';
import type { DatabaseContract, SqlQueries, SqlResult, SqlRow } from '../database/database-contract.ts';
import { statementLabel } from '../database/statement-label.ts';
import { ask, type Steps } from '../database/steps.ts';
import { AsyncNodeError } from '../errors/async-node-error.ts';
import { SqlConflictError } from '../errors/sql-conflict-error.ts';
import { SqlResultSizeError } from '../errors/sql-result-size-error.ts';
import { isThenable } from '../nodes/is-thenable.ts';
import type { ReadSqlConfig, SqlStatement } from './sql-config.ts';
import { statementParameters } from './statement-parameters.ts';

/** What a node's statements are run with. */
export interface SqlWork<C extends Color> {
  readonly database: DatabaseContract<C>;
  readonly colouring: Colouring<C>;
  readonly config: ReadSqlConfig;
  readonly statements: readonly SqlStatement[];
  readonly inputs: NodeInputs;
  readonly context: NodeContext;
}

/** Runs the statements of a node; the answer is its output. */
export function* runStatements<C extends Color>(work: SqlWork<C>): Steps<unknown> {
  const { config, database, statements, colouring } = work;
  const [first] = statements;
  if (config.query !== undefined && first !== undefined) {
    // A single statement is a transaction of its own.
    return config.maxRows === undefined && config.eachRows === undefined
      ? yield* runOne(work, database, first)
      : yield* readSome(work, first);
  }
  function* all(queries: SqlQueries<C>): Steps<unknown> {
    const results: Record<string, SqlResult> = {};
    for (const statement of statements) {
      results[statement.name ?? ''] = yield* runOne(work, queries, statement);
    }
    return { results };
  }
  const inColour = (queries: SqlQueries<C>) => colouring.drive(all(queries));
  switch (config.transaction) {
    case 'auto':
      return yield* ask(database.transaction(inColour));
    case 'manual':
      return yield* ask(database.connection(inColour));
    case 'none':
      return yield* all(database);
  }
}

function* runOne<C extends Color>(
  { inputs, config, context }: SqlWork<C>,
  queries: SqlQueries<C>,
  statement: SqlStatement,
): Steps<SqlResult> {
  const { query, name, optimisticLock } = statement;
  const parameters = statementParameters(statement, inputs, queries.dialect);
  const result = yield* ask(queries.query(query, parameters, optionsOf(name, config, context)));
  if (optimisticLock !== undefined && result.rowCount === 0) {
    throw new SqlConflictError(statementLabel(query, name), optimisticLock);
  }
  return result;
}

/** Reads rows some at a time: into a list that is not to become too long, or to whoever takes them. */
function* readSome<C extends Color>(work: SqlWork<C>, statement: SqlStatement): Steps<SqlResult> {
  const { inputs, config, context, colouring, database } = work;
  const { maxRows = Number.POSITIVE_INFINITY, eachRows, rowsAtATime } = config;
  const { query, name } = statement;
  const parameters = statementParameters(statement, inputs, database.dialect);
  const rows: SqlRow[] = [];
  let columns: readonly string[] = [];
  let rowCount = 0;
  function* handOver(): Steps<undefined> {
    if (eachRows === undefined || rows.length === 0) return;
    const answer = eachRows(rows.splice(0));
    if (colouring.isBlocking && isThenable(answer)) throw new AsyncNodeError(context.nodeId);
    yield* ask(answer);
  }
  const items = iteratorOf(database.iterate(query, parameters, optionsOf(name, config, context)));
  try {
    for (let item = yield* ask(items.next()); item.done !== true; item = yield* ask(items.next())) {
      rowCount += 1;
      if (rowCount > maxRows) throw new SqlResultSizeError(statementLabel(query, name), maxRows);
      if (rowCount === 1) columns = Object.keys(item.value);
      rows.push(item.value);
      if (eachRows !== undefined && rows.length >= rowsAtATime) yield* handOver();
    }
  } finally {
    yield* ask(items.return?.());
  }
  yield* handOver();
  return { rows, rowCount, columns };
}

/** What the iterators of both colours have in common. */
interface Items {
  readonly next: () => IteratorResult<SqlRow> | Promise<IteratorResult<SqlRow>>;
  readonly return?: () => unknown;
}

const iteratorOf = (stream: Iterable<SqlRow> | AsyncIterable<SqlRow>): Items =>
  Symbol.asyncIterator in stream ? stream[Symbol.asyncIterator]() : stream[Symbol.iterator]();

const optionsOf = (name: string | undefined, { timeoutMs }: ReadSqlConfig, { signal }: NodeContext) => ({
  ...(name !== undefined && { name }),
  ...(timeoutMs !== undefined && { timeoutMs }),
  signal,
});
