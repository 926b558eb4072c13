import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { AsyncLocalRuntime, AsyncMemoryCheckpointStore, WorkflowBuilder } from '../../../src/index.ts';
import type { CheckpointStore, NodeInputs } from '../../../types/index.ts';

/** A store whose writes take some turns of the event loop, and that tells of each. */
const slowStore = (log: string[]): CheckpointStore<'async'> => {
  const store = new AsyncMemoryCheckpointStore();
  return {
    createRun: (run) => store.createRun(run),
    readRun: (runId) => store.readRun(runId),
    claimRun: (runId, seen, lease) => store.claimRun(runId, seen, lease),
    readRecords: (runId) => store.readRecords(runId),
    append: async (runId, lease, records) => {
      for (let turns = 0; turns < 3; turns += 1) await turn();
      const isOurs = await store.append(runId, lease, records);
      log.push(`kept ${records.map(({ subject }) => subject).join(' ')}`);
      return isOurs;
    },
    endRun: (runId, owner, end) => store.endRun(runId, owner, end),
    listRuns: (filter) => store.listRuns(filter),
    deleteRun: (runId) => store.deleteRun(runId),
    close: () => store.close(),
  };
};

describe('TestAsyncDurability', () => {
  test('test_nothing_starts_and_nobody_hears_before_a_result_is_durable', async () => {
    const log: string[] = [];
    const builder: WorkflowBuilder = new WorkflowBuilder();
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      builder.addNode('FunctionNode', id, { run: () => ({ n: log.push(`start ${id}`) }) });
      if (index > 0) builder.addConnection(['a', 'b', 'c'][index - 1] ?? '', 'n', id, 'n');
    }
    const runtime = new AsyncLocalRuntime({ durability: { store: slowStore(log) } });
    runtime.on('nodeCompleted', ({ nodeId }) => log.push(`told ${nodeId}`));
    await runtime.execute(builder.build());
    assert.deepEqual(
      log,
      ['a', 'b', 'c'].flatMap((id) => [`start ${id}`, `kept ${id}`, `told ${id}`]),
    );
  });

  test('test_what_ends_while_a_write_is_under_way_is_written_together', async () => {
    const log: string[] = [];
    const builder: WorkflowBuilder = new WorkflowBuilder();
    for (let index = 0; index < 9; index += 1) {
      const run = async (_: NodeInputs): Promise<number> => {
        await turn();
        return index;
      };
      builder.addNode('FunctionNode', `n${index}`, { run });
    }
    const runtime = new AsyncLocalRuntime({ durability: { store: slowStore(log) } });
    const { results } = await runtime.execute(builder.build());
    assert.equal(Object.keys(results).length, 9);
    assert.deepEqual(log, ['kept n0', 'kept n1 n2 n3 n4 n5 n6 n7 n8']);
  });

  test('test_a_long_node_shows_signs_of_life', async () => {
    const store = new AsyncMemoryCheckpointStore();
    const runtime = new AsyncLocalRuntime({ durability: { store, leaseMs: 30 } });
    const leaseUntil = async (): Promise<number> => (await store.listRuns())[0]?.leaseUntil ?? 0;
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'long', {
        run: async () => {
          const before = await leaseUntil();
          // Without a heartbeat this never ends.
          while ((await leaseUntil()) === before) await turn();
          return 'alive';
        },
      })
      .build();
    assert.equal((await runtime.execute(workflow)).results.long?.result, 'alive');
  });
});
