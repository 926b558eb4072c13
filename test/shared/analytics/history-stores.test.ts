import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  MemoryCheckpointStore,
  MemoryRunHistoryStore,
  RunHistoryError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { RunHistoryStore, RunRecord } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { fails, gives } from '../runtime/sample-nodes.ts';
import { forEachSide } from './for-each-side.ts';
import { kits, storesOf } from './kits.ts';
import { waiting } from './sample-workflows.ts';
import { shortRecord } from './short-record.ts';
import { warningsDuring } from './warnings-during.ts';

const plain = new WorkflowBuilder('plain').addNode('FunctionNode', 'a', gives(1)).build();
const failing = new WorkflowBuilder('failing').addNode('FunctionNode', 'a', fails(new Error('own'))).build();

/** A store of one's own, which fails while it is told to. */
const ownStore = () => {
  const kept: RunRecord[] = [];
  const state = { isDown: true };
  const store: RunHistoryStore<'sync'> = {
    append: (record) => {
      if (state.isDown) throw new Error('the disk is full');
      kept.push(record);
    },
    list: () => kept,
    deleteBefore: () => 0,
    close: () => undefined,
  };
  return { kept, state, store };
};

describe('TestSharedHistoryStores', () => {
  forEachSide(kits, (kit, test) => {
    const { Runtime, oneAtATime } = kit;

    for (const [name, newStore] of Object.entries(storesOf(kit))) {
      test(`test_analytics_runs_at_once_are_all_kept_whole_in_${name}`, async () => {
        const store = newStore();
        const runtimes = [1, 2].map(() => new Runtime({ analytics: { store } }));
        await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            executeRuntime(runtimes[index % 2] ?? assert.fail(), plain),
          ),
        );
        const records = await (runtimes[0] ?? assert.fail()).getRunHistory();
        assert.deepEqual(
          records.map(shortRecord),
          Array.from({ length: 20 }, () => ['plain new completed', 'a completed']),
        );
        assert.equal(new Set(records.map(({ id }) => id)).size, 20);
        await store.close();
      });

      test(`test_analytics_a_record_is_kept_once_and_forgotten_by_time_in_${name}`, async () => {
        const store = newStore();
        const runtime = new Runtime({ analytics: { store } });
        await executeRuntime(runtime, plain);
        const [record] = await runtime.getRunHistory();
        assert.ok(record);
        await store.append(record);
        assert.equal((await runtime.getRunHistory()).length, 1);
        assert.equal(await store.deleteBefore(record.startedAt), 0);
        assert.equal(await store.deleteBefore(record.startedAt + 1), 1);
        assert.deepEqual(await runtime.getRunHistory(), []);
        await store.close();
      });
    }

    test('test_analytics_memory_forgets_the_oldest', async () => {
      const store = new MemoryRunHistoryStore({ maxRuns: 2 });
      const runtime = new Runtime({ analytics: { store } });
      const ids: (string | undefined)[] = [];
      for (let time = 0; time < 3; time++) {
        await executeRuntime(runtime, plain);
        ids.push(runtime.lastRunId);
      }
      const kept = (await runtime.getRunHistory()).map(({ runId }) => runId);
      assert.deepEqual(kept, [ids[2], ids[1]]);
    });

    test('test_analytics_failing_store_warns_and_loses_no_run', async () => {
      const { kept, state, store } = ownStore();
      const runtime = new Runtime({ analytics: { store } });
      const warnings = await warningsDuring(async () => {
        assert.deepEqual(await executeRuntime(runtime, plain), { a: { result: 1 } });
        await collectEvents(runtime, plain);
      });
      assert.equal(warnings.length, 2);
      assert.match(warnings[1] ?? '', /failed in 'append': the disk is full. 2 records are kept in memory/);
      assert.equal(kept.length, 0);
      const { runs, unstored } = await runtime.getExecutionAnalytics();
      assert.deepEqual([runs.total, unstored], [2, 2]);
      state.isDown = false;
      await executeRuntime(runtime, plain);
      assert.equal(kept.length, 3);
      assert.equal((await runtime.getExecutionAnalytics()).unstored, 0);
    });

    test('test_analytics_failing_store_may_fail_the_run_that_would_have_answered', async () => {
      const { kept, state, store } = ownStore();
      const runtime = new Runtime({ analytics: { store, onStoreFailure: 'fail' } });
      const error = await thrownBy(() => executeRuntime(runtime, plain));
      assertError(error, RunHistoryError, 'append', 'the disk is full', '1 record is kept');
      const { error: streamed, events } = await collectEvents(runtime, plain);
      assertError(streamed, RunHistoryError);
      assert.equal(events.at(-1)?.type, 'runCompleted');
      // Why it has failed matters more than that this could not be kept.
      const warnings = await warningsDuring(async () => {
        assertError(await thrownBy(() => executeRuntime(runtime, failing)), WorkflowExecutionError, 'own');
      });
      assert.equal(warnings.length, 1);
      state.isDown = false;
      await executeRuntime(runtime, plain);
      assert.deepEqual(kept.map(({ status }) => status).toSorted(), [
        'completed',
        'completed',
        'completed',
        'failed',
      ]);
    });

    test('test_analytics_what_waits_is_stored_when_the_runtime_is_closed', async () => {
      const { kept, state, store } = ownStore();
      const runtime = new Runtime({ analytics: { store } });
      const warnings = await warningsDuring(async () => {
        await executeRuntime(runtime, plain);
        await runtime.close();
      });
      assert.equal(warnings.length, 2);
      assert.equal(kept.length, 0);
      state.isDown = false;
      await runtime.close();
      assert.deepEqual(kept.map(shortRecord), [['plain new completed', 'a completed']]);
    });

    test('test_analytics_store_that_cannot_be_read_is_an_error', async () => {
      const store: RunHistoryStore<'sync'> = {
        ...ownStore().store,
        list: () => {
          throw new Error('no such table');
        },
      };
      const error = await thrownBy(() => new Runtime({ analytics: { store } }).getExecutionAnalytics());
      assertError(error, RunHistoryError, "'list'", 'no such table');
    });

    test('test_analytics_abandoned_run_is_kept_or_warned_of', async () => {
      const { kept, state, store } = ownStore();
      const runtime = new Runtime({ ...oneAtATime, analytics: { store } });
      const warnings = await warningsDuring(async () => {
        for await (const { type } of runtime.stream(waiting)) if (type === 'nodeRetried') break;
      });
      assert.equal(warnings.length, 1);
      state.isDown = false;
      await executeRuntime(runtime, plain);
      assert.deepEqual(kept.map(({ status }) => status).toSorted(), ['cancelled', 'completed']);
    });

    test('test_analytics_a_run_that_never_began_leaves_nothing', async () => {
      const store = new MemoryRunHistoryStore();
      const checkpoints = new (class extends MemoryCheckpointStore {
        override createRun(): never {
          throw new Error('down');
        }
      })();
      const runtime = new Runtime({ analytics: { store }, durability: { store: checkpoints } });
      await thrownBy(() => executeRuntime(runtime, plain));
      assert.deepEqual(await runtime.getRunHistory(), []);
    });

    test('test_analytics_time_of_a_node_is_without_that_of_its_checkpoint', async () => {
      const slow = new (class extends MemoryCheckpointStore {
        override append(...given: Parameters<MemoryCheckpointStore['append']>): boolean {
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
          return super.append(...given);
        }
      })();
      const runtime = new Runtime({
        ...oneAtATime,
        analytics: { store: new MemoryRunHistoryStore() },
        durability: { store: slow },
      });
      const chain = new WorkflowBuilder('chain')
        .addNode('FunctionNode', 'a', gives(1))
        .addNode('FunctionNode', 'b', gives(1))
        .addConnection('a', 'result', 'b', 'x')
        .build();
      await executeRuntime(runtime, chain);
      const [a, b] = (await runtime.getRunHistory())[0]?.nodes ?? [];
      assert.ok(a !== undefined && b !== undefined && b.startMs - a.endMs >= 39, `${a?.endMs} ${b?.startMs}`);
    });
  });
});
