import { createHash } from 'node:crypto';
import type { Color } from '../../types/color.ts';
import type { NodeContext } from '../../types/node-contract.ts';
import { AsyncDatabase } from '../database/async-database.ts';
import { blocking, concurrent } from '../database/colouring.ts';
import { Database } from '../database/database.ts';
import type { DatabaseContract, SqlResult } from '../database/database-contract.ts';
import type { DatabaseTarget } from '../database/database-options.ts';
import { describeDatabase } from '../database/describe-database.ts';
import { InvalidConfigError } from '../errors/invalid-config-error.ts';
import { ConfigProblem, type NodeDefinition } from '../nodes/node-definition.ts';
import { runStatements } from './run-statements.ts';
import { readSqlConfig, type SqlConfig } from './sql-config.ts';

/** The output of a `SQLNode` with `query`. */
export type SqlOutput = { readonly [Port in keyof SqlResult]: SqlResult[Port] };

/** The output of a `SQLNode` with `statements`: what each has answered, by its name. */
export type SqlStatementsOutput = { readonly results: Readonly<Record<string, SqlResult>> };

/**
 * Runs SQL on SQLite or PostgreSQL: one `query`, or `statements` in a transaction. Values come from inputs and `parameters` and are
 * bound; the text of a statement stands in the config alone, where no input can change it.
 *
 * @example
 * ```ts
 * import { WorkflowBuilder } from 'lockstep';
 * new WorkflowBuilder().addNode('SQLNode', 'order', {
 *   database: { type: 'postgresql', urlFrom: 'DATABASE_URL' },
 *   query: 'SELECT * FROM orders WHERE id = :id',
 *   parameters: { id: 7 },
 * });
 * ```
 */
export const sqlNode: NodeDefinition<SqlConfig, SqlOutput | SqlStatementsOutput> = {
  type: 'SQLNode',
  inputs: 'any',
  parameters: 'own',
  prepare: (written) => {
    const read = readSqlConfig(written);
    if (read instanceof ConfigProblem) return read;
    const { config, statements } = read;
    return {
      config,
      outputs: config.query === undefined ? ['results'] : ['rows', 'rowCount', 'columns'],
      behaviour: {
        sync: (inputs, context) => {
          const database = databaseOf(config.database, context, blockingDatabases);
          return blocking.drive(
            runStatements({ database, colouring: blocking, config, statements, inputs, context }),
          );
        },
        async: async (inputs, context) => {
          const database = await databaseOf(config.database, context, concurrentDatabases);
          return await concurrent.drive(
            runStatements({ database, colouring: concurrent, config, statements, inputs, context }),
          );
        },
      },
    };
  },
};

/** `SQLNode` under the name of its asynchronous form. */
export const asyncSqlNode: typeof sqlNode = { ...sqlNode, type: 'AsyncSQLNode' };

/** The databases of one colour. */
interface Databases<C extends Color> {
  readonly colour: C;
  readonly open: (target: DatabaseTarget) => DatabaseContract<C>;
  readonly isOne: (value: unknown) => boolean;
  readonly name: string;
}

const blockingDatabases: Databases<'sync'> = {
  colour: 'sync',
  open: (target) => new Database(target),
  isOne: (value) => value instanceof Database,
  name: 'Database',
};

const concurrentDatabases: Databases<'async'> = {
  colour: 'async',
  open: (target) => new AsyncDatabase(target),
  // One that is opened with a promise is looked at when it is there.
  isOne: (value) => value instanceof AsyncDatabase || value instanceof Promise,
  name: 'AsyncDatabase',
};

/** The database of a node, shared by all that say the same of it, for as long as the runtime keeps it. */
const databaseOf = <C extends Color>(
  database: string | DatabaseTarget,
  { resources, nodeId }: NodeContext,
  { colour, open, isOne, name }: Databases<C>,
): DatabaseContract<C> => {
  if (typeof database === 'string') {
    const declared: unknown = resources.acquire(database);
    if (isOne(declared)) return declared as DatabaseContract<C>;
    throw new InvalidConfigError(
      nodeId,
      'SQLNode',
      `the resource '${database}' is no ${name}. Declare it as { open: () => new ${name}(…), close: (database) => database.close() }.`,
    );
  }
  return resources.acquire(keyOf(database, colour), {
    open: () => open(database),
    close: (opened) => opened.close(),
    connections: database.poolSize ?? 1,
  }) as DatabaseContract<C>;
};

// The key stands in messages; what a password is must not be read out of it.
const keyOf = (target: DatabaseTarget, colour: Color): string => {
  const digest = createHash('sha256')
    .update(JSON.stringify(Object.entries(target).sort()))
    .digest('hex');
  return `${describeDatabase(target)} (${colour}, ${digest.slice(0, 12)})`;
};
