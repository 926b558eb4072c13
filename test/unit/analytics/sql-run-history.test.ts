import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  AsyncLocalRuntime,
  AsyncSqlRunHistoryStore,
  type DatabaseOptions,
  LocalRuntime,
  SqlRunHistoryStore,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { freshDatabase } from '../../postgres/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-history-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const databases: readonly (readonly [name: string, options: () => Promise<DatabaseOptions>])[] = [
  ['sqlite', async () => ({ type: 'sqlite', path: join(folder, 'runs.db') })],
  ['postgresql', async () => ({ type: 'postgresql', url: await freshDatabase('lockstep_run_history') })],
];

const workflow = new WorkflowBuilder("it's").addNode('FunctionNode', 'a', { run: () => 1 }).build();

describe('TestSqlRunHistory', () => {
  for (const [name, options] of databases) {
    it(`test_each_colour_reads_what_the_other_has_kept_in_${name}`, async () => {
      const database = await options();
      const [store, asyncStore] = [new SqlRunHistoryStore(database), new AsyncSqlRunHistoryStore(database)];
      const runtime = new LocalRuntime({ analytics: { store } });
      const asyncRuntime = new AsyncLocalRuntime({ analytics: { store: asyncStore } });
      runtime.execute(workflow);
      await asyncRuntime.execute(workflow);
      const query = { workflow: "it's", status: 'completed', since: 0, until: Date.now() + 60_000 } as const;
      const records = runtime.getRunHistory(query);
      assert.deepEqual(
        records.map(({ runId }) => runId),
        [asyncRuntime.lastRunId, runtime.lastRunId],
      );
      assert.deepEqual(await asyncRuntime.getRunHistory(query), records);
      assert.equal(runtime.getRunHistory({ runId: runtime.lastRunId ?? '' }).length, 1);
      assert.equal(await asyncStore.deleteBefore(Date.now() + 60_000), 2);
      assert.deepEqual(runtime.getRunHistory(), []);
      store.close();
      await asyncStore.close();
    });
  }
});
