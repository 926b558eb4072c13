import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe } from 'node:test';
import { sharedFolder } from '../../parity/testing/index.ts';
import { type DatabaseOptions, WorkflowBuilder } from '../../src/index.ts';
import { freshDatabase, onServer } from '../postgres/server.ts';
import { httpOrigin } from '../shared/nodes/http-server.ts';
import { executeRuntimeWithRunId } from '../shared/runtime/execute-runtime.ts';
import { forEachSide } from '../shared/runtime/for-each-side.ts';
import { kits } from '../shared/runtime/kits.ts';

const folder = sharedFolder('order-pipeline');

/** A whole order: read from a file, priced by a service, kept in a database, checked in sandboxed code, and reported. */
const pipeline = (database: DatabaseOptions, origin: string, report: string) =>
  new WorkflowBuilder('orders')
    .addNode('FileWriteNode', 'inbox', { root: folder, path: 'order.json', encoding: 'json' })
    .addNode('FileReadNode', 'order', { root: folder, encoding: 'json' })
    .addNode('HttpNode', 'price', { url: `${origin}/echo`, method: 'POST', retry: { maxAttempts: 2 } })
    .addNode('CodeNode', 'total', {
      code: 'const order = JSON.parse(reply.body); result = { customer: order.customer, total: order.items.reduce((sum, item) => sum + item.price * item.count, 0) };',
    })
    .addNode('SQLNode', 'keep', {
      database,
      statements: [
        {
          name: 'create',
          query:
            'CREATE TABLE IF NOT EXISTS orders (customer text PRIMARY KEY, total integer, version integer)',
        },
        {
          name: 'upsert',
          query: `INSERT INTO orders VALUES (:customer, :total, 1)
            ON CONFLICT (customer) DO UPDATE SET total = excluded.total, version = orders.version + 1`,
        },
        { name: 'read', query: 'SELECT customer, total, version FROM orders WHERE customer = :customer' },
      ],
    })
    .addNode('SwitchNode', 'isLarge', { conditionField: 'total', operator: '>', value: 100 })
    .addNode('FunctionNode', 'thank', { run: () => ({ letter: 'thanks' }) })
    .addNode('FunctionNode', 'offer', { run: () => ({ letter: 'offer' }) })
    .addNode('MergeNode', 'letter', { mergeType: 'mergeDict' })
    .addNode('FileWriteNode', 'report', { root: folder, path: report, encoding: 'json' })
    .addConnection('inbox', 'path', 'order', 'path')
    .addConnection('order', 'content', 'price', 'body')
    .addConnection('price', 'body', 'total', 'reply')
    .addConnection('total', 'result.customer', 'keep', 'customer')
    .addConnection('total', 'result.total', 'keep', 'total')
    .addConnection('keep', 'results.read.rows.0', 'isLarge', 'data')
    .addConnection('isLarge', 'trueOutput', 'thank', 'order')
    .addConnection('isLarge', 'falseOutput', 'offer', 'order')
    .addConnection('thank', 'result', 'letter', 'thank')
    .addConnection('offer', 'result', 'letter', 'offer')
    .addConnection('letter', 'merged', 'report', 'content')
    .build();

describe('TestOrderPipeline', () => {
  forEachSide(kits, ({ id, Runtime }, test) => {
    for (const dialect of ['sqlite', 'postgresql'] as const) {
      test(`test_an_order_goes_all_the_way_${dialect}`, {
        mayDiffer: 'each side has a database and a port of its own',
      }, async () => {
        const database: DatabaseOptions =
          dialect === 'sqlite'
            ? { type: 'sqlite', path: join(folder, `${id}.db`) }
            : { type: 'postgresql', url: await freshDatabase(`pipeline_${id}`) };
        const workflow = pipeline(database, await httpOrigin(), `${id}-${dialect}.json`);
        const runtime = new Runtime({ conditionalExecution: 'skip_branches', persistent: true });
        const run = async (customer: string, count: number) =>
          await executeRuntimeWithRunId(runtime, workflow, {
            parameters: { inbox: { content: { customer, items: [{ price: 30, count }] } } },
          });

        const large = await run("Ada'); DROP TABLE orders; --", 4);
        assert.deepEqual(large.results.keep?.results.read?.rows, [
          { customer: "Ada'); DROP TABLE orders; --", total: 120, version: 1 },
        ]);
        assert.deepEqual([large.results.letter?.merged, large.skipped], [{ letter: 'thanks' }, ['offer']]);

        // The server ends its connections between two runs, as at a restart.
        if ('url' in database) {
          await onServer(
            database.url ?? '',
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lockstep' AND datname = current_database()",
          );
        }
        const retried = async () => {
          try {
            return await run("Ada'); DROP TABLE orders; --", 1);
          } catch {
            return await run("Ada'); DROP TABLE orders; --", 1);
          }
        };
        const small = await retried();
        assert.deepEqual(small.results.keep?.results.read?.rows, [
          { customer: "Ada'); DROP TABLE orders; --", total: 30, version: 2 },
        ]);
        assert.deepEqual([small.results.letter?.merged, small.skipped], [{ letter: 'offer' }, ['thank']]);
        await runtime.close();
      });
    }
  });
});
