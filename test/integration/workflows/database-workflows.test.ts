import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe } from 'node:test';
import { sharedFolder } from '../../../parity/testing/index.ts';
import { type DatabaseOptions, SqlStatementError, WorkflowBuilder } from '../../../src/index.ts';
import { freshDatabase } from '../../postgres/server.ts';
import { causeOf } from '../../shared/nodes/cause-of.ts';
import { assertError } from '../../shared/runtime/assert-error.ts';
import { executeRuntime } from '../../shared/runtime/execute-runtime.ts';
import { forEachSide } from '../../shared/runtime/for-each-side.ts';
import { kits } from '../../shared/runtime/kits.ts';
import { failingRun } from '../../shared/runtime/still-works.ts';

const folder = sharedFolder('database-workflows');

const DATABASES = {
  sqlite: async (name: string): Promise<DatabaseOptions> => ({
    type: 'sqlite',
    path: join(folder, `${name}.db`),
  }),
  postgresql: async (name: string): Promise<DatabaseOptions> => ({
    type: 'postgresql',
    url: await freshDatabase(`workflows_${name}`),
  }),
} as const;

const schema = (database: DatabaseOptions) =>
  ({
    database,
    statements: [
      { name: 'drop', query: 'DROP TABLE IF EXISTS orders' },
      {
        name: 'create',
        query: `CREATE TABLE orders (
          id integer PRIMARY KEY, customer text NOT NULL, total integer NOT NULL, state text NOT NULL, placed timestamp with time zone
        )`,
      },
      {
        name: 'fill',
        query: `INSERT INTO orders VALUES (1, 'Ada', 120, 'open', :placed), (2, 'Bob', 30, 'open', :placed), (3, 'Cy', 75, 'paid', :placed)`,
        parameters: { placed: new Date(Date.UTC(2026, 0, 2)) },
      },
    ],
  }) as const;

describe('TestDatabaseWorkflows', () => {
  forEachSide(kits, ({ id, Runtime }, test) => {
    for (const [dialect, open] of Object.entries(DATABASES)) {
      test(`test_a_row_decides_which_branch_writes_${dialect}`, {
        mayDiffer: 'each side has a database of its own',
      }, async () => {
        const database = await open(`branch_${id}`);
        const workflow = new WorkflowBuilder('discount')
          .addNode('SQLNode', 'schema', schema(database))
          .addNode('SQLNode', 'order', { database, query: 'SELECT * FROM orders WHERE id = :id' })
          .addNode('SwitchNode', 'isLarge', { conditionField: 'total', operator: '>=', value: 100 })
          .addNode('SQLNode', 'discount', {
            database,
            query: 'UPDATE orders SET total = total - 10 WHERE id = :id RETURNING total',
          })
          .addNode('SQLNode', 'remind', {
            database,
            query: "UPDATE orders SET state = 'late' WHERE id = :id RETURNING state",
          })
          .addConnection('schema', 'results', 'order', 'ready')
          .addConnection('order', 'rows.0', 'isLarge', 'data')
          .addConnection('isLarge', 'trueOutput.id', 'discount', 'id')
          .addConnection('isLarge', 'falseOutput.id', 'remind', 'id')
          .build();
        const runtime = new Runtime({ conditionalExecution: 'skip_branches', persistent: true });
        const large = await executeRuntime(runtime, workflow, { parameters: { order: { id: 1 } } });
        assert.deepEqual(large.discount?.rows, [{ total: 110 }]);
        assert.equal(large.remind, undefined);
        assert.equal(large.order?.rows[0]?.placed, '2026-01-02T00:00:00.000Z');
        const small = await executeRuntime(runtime, workflow, { parameters: { order: { id: 2 } } });
        assert.deepEqual(small.remind?.rows, [{ state: 'late' }]);
        assert.equal(small.discount, undefined);
        await runtime.close();
      });

      test(`test_a_file_is_filled_from_a_query_${dialect}`, {
        mayDiffer: 'each side has a database of its own',
      }, async () => {
        const database = await open(`file_${id}`);
        const workflow = new WorkflowBuilder('report')
          .addNode('SQLNode', 'schema', schema(database))
          .addNode('SQLNode', 'open', {
            database,
            query: 'SELECT customer, total FROM orders WHERE state = :state ORDER BY id',
            parameters: { state: 'open' },
          })
          .addNode('TransformNode', 'report', {
            expression: '{ customers: rows[].customer, sum: sum(rows[].total) }',
          })
          .addNode('FileWriteNode', 'write', {
            root: folder,
            path: `${id}-${dialect}.json`,
            encoding: 'json',
          })
          .addNode('FileReadNode', 'read', { root: folder, encoding: 'json' })
          .addConnection('schema', 'results', 'open', 'ready')
          .addConnection('open', 'rows', 'report', 'rows')
          .addConnection('report', 'result', 'write', 'content')
          .addConnection('write', 'path', 'read', 'path')
          .build();
        const results = await executeRuntime(new Runtime(), workflow);
        assert.deepEqual(results.read?.content, { customers: ['Ada', 'Bob'], sum: 150 });
      });

      test(`test_a_failure_in_the_middle_leaves_no_half_written_order_${dialect}`, {
        mayDiffer: 'each side has a database of its own',
      }, async () => {
        const database = await open(`half_${id}`);
        await executeRuntime(
          new Runtime(),
          new WorkflowBuilder().addNode('SQLNode', 'schema', schema(database)).build(),
        );
        const workflow = new WorkflowBuilder('pay')
          .addNode('SQLNode', 'pay', {
            database,
            statements: [
              { name: 'take', query: 'UPDATE orders SET total = 0 WHERE id = :from' },
              { name: 'give', query: 'INSERT INTO orders VALUES (:to, :customer, 120, :state, NULL)' },
            ],
          })
          .build();
        const parameters = { pay: { from: 1, to: 3, customer: 'Di', state: 'open' } };
        assertError(
          causeOf(await failingRun(new Runtime(), workflow, { parameters })),
          SqlStatementError,
          "'give'",
        );
        const after = new WorkflowBuilder()
          .addNode('SQLNode', 'sum', {
            database,
            query: 'SELECT sum(total) AS total, count(*) AS n FROM orders',
          })
          .build();
        const { sum } = await executeRuntime(new Runtime(), after);
        assert.deepEqual(
          sum?.rows.map(({ total, n }) => [Number(total), n]),
          [[225, 3]],
        );
      });
    }
  });
});
