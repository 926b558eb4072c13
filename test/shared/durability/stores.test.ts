import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { sharedFolder } from '../../../parity/testing/index.ts';
import { WorkflowBuilder } from '../../../src/index.ts';
import type { CheckpointRecord, StoredRun } from '../../../types/index.ts';
import { freshDatabase } from '../../postgres/server.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { type AnyStore, type DurabilityKit, kits } from './kits.ts';

const folder = sharedFolder('stores');

/** How each kind of store is made, empty. */
const stores: Readonly<Record<string, (kit: DurabilityKit) => Promise<AnyStore>>> = {
  memory: async ({ MemoryStore }) => new MemoryStore(),
  sqlite: async ({ SqlStore }) => {
    const path = join(folder, 'test.db');
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    return new SqlStore({ type: 'sqlite', path });
  },
  postgresql: async ({ SqlStore }) => {
    const url = await freshDatabase('stores');
    return new SqlStore({ type: 'postgresql', url });
  },
};

const LEASE = { owner: 'me', leaseUntil: 5_000_000_000_000 };

const run = (runId: string, more: Partial<StoredRun> = {}): StoredRun => ({
  runId,
  workflow: 'w',
  shape: '{}',
  parameters: '{"text":"\\u0000 \\ud800 \u2028 ü"}',
  settings: '{}',
  idempotencyKey: null,
  status: 'running',
  startedAt: 1_000,
  endedAt: null,
  outcome: null,
  ...LEASE,
  ...more,
});

const record = (sequence: number, value = '{"output":{"a":"\\u0000\'"}}'): CheckpointRecord => ({
  sequence,
  scope: '/"a \\"b\\""@0',
  kind: 'completed',
  subject: 'ü ; --',
  iteration: 2,
  value,
});

const ids = async (runs: readonly StoredRun[] | Promise<readonly StoredRun[]>): Promise<readonly string[]> =>
  (await runs).map(({ runId }) => runId);

describe('TestCheckpointStores', () => {
  forEachSide(kits, (kit, test) => {
    for (const [name, open] of Object.entries(stores)) {
      test(`test_a_store_keeps_a_run_as_it_is_${name}`, async () => {
        const store = await open(kit);
        assert.deepEqual({ ...(await store.createRun(run('1'))) }, run('1'));
        assert.deepEqual({ ...(await store.readRun('1')) }, run('1'));
        assert.equal(await store.readRun('2'), undefined);
        assert.deepEqual({ ...(await store.createRun(run('1', { workflow: 'other' }))) }, run('1'));
        await store.close();
      });

      test(`test_a_key_has_one_run_${name}`, async () => {
        const store = await open(kit);
        await store.createRun(run('1', { idempotencyKey: 'k' }));
        assert.equal((await store.createRun(run('2', { idempotencyKey: 'k' }))).runId, '1');
        assert.equal(await store.readRun('2'), undefined);
        assert.equal((await store.createRun(run('3'))).runId, '3');
        assert.equal((await store.createRun(run('4'))).runId, '4');
        await store.close();
      });

      test(`test_records_come_back_in_their_order_${name}`, async () => {
        const store = await open(kit);
        await store.createRun(run('1'));
        assert.equal(await store.append('1', { ...LEASE, leaseUntil: 7 }, [record(3), record(4)]), true);
        assert.equal(await store.append('1', LEASE, [record(1, '1')]), true);
        const read = (await store.readRecords('1')).map((each) => ({ ...each }));
        assert.deepEqual(read, [record(1, '1'), record(3), record(4)]);
        assert.deepEqual(await store.readRecords('2'), []);
        await store.close();
      });

      test(`test_only_the_owner_writes_${name}`, async () => {
        const store = await open(kit);
        await store.createRun(run('1'));
        const other = { owner: 'other', leaseUntil: 9 };
        assert.equal(await store.append('1', other, [record(1)]), false);
        assert.equal(await store.append('1', other, []), false);
        assert.equal(await store.append('none', LEASE, [record(1)]), false);
        const end = { status: 'completed', endedAt: 2_000, outcome: '{}' } as const;
        assert.equal(await store.endRun('1', 'other', end), false);
        assert.deepEqual(await store.readRecords('1'), []);
        assert.equal(await store.claimRun('1', { ...LEASE, leaseUntil: 1 }, other), false);
        assert.equal(await store.claimRun('1', LEASE, other), true);
        assert.equal(await store.append('1', LEASE, [record(1)]), false);
        assert.equal(await store.endRun('1', 'other', end), true);
        const ended = { ...run('1'), ...end, owner: null, leaseUntil: 0 };
        assert.deepEqual({ ...(await store.readRun('1')) }, ended);
        assert.equal(await store.claimRun('1', { owner: null, leaseUntil: 0 }, LEASE), true);
        assert.deepEqual({ ...(await store.readRun('1')) }, run('1'));
        await store.close();
      });

      test(`test_runs_are_listed_the_latest_first_${name}`, async () => {
        const store = await open(kit);
        for (const [runId, startedAt, workflow] of [
          ['a', 1, 'w'],
          ['b', 3, 'w'],
          ['c', 2, 'v'],
          ['d', 3, 'w'],
        ] as const) {
          await store.createRun(run(runId, { startedAt, workflow }));
        }
        await store.endRun('b', 'me', { status: 'failed', endedAt: 5, outcome: '{}' });
        assert.deepEqual(await ids(store.listRuns()), ['d', 'b', 'c', 'a']);
        assert.deepEqual(await ids(store.listRuns({ status: 'running', limit: 2 })), ['d', 'c']);
        assert.deepEqual(await ids(store.listRuns({ workflow: 'w', status: 'failed' })), ['b']);
        await store.append('a', LEASE, [record(1)]);
        assert.equal(await store.deleteRun('a'), undefined);
        assert.equal(await store.deleteRun('a'), undefined);
        assert.deepEqual([await ids(store.listRuns()), await store.readRecords('a')], [['d', 'b', 'c'], []]);
        await store.close();
      });

      test(`test_a_run_under_the_store_${name}`, async () => {
        const store = await open(kit);
        const runtime = new kit.Runtime({ durability: { store } });
        let isBroken = true;
        const workflow = new WorkflowBuilder()
          .addNode('FunctionNode', 'a', { run: () => ({ at: new Date(0), n: 2n ** 70n, u: undefined }) })
          .addNode('FunctionNode', 'b', {
            run: (inputs) => {
              if (isBroken) throw new Error('not yet');
              return inputs;
            },
          })
          .addConnection('a', 'result', 'b', 'all')
          .build();
        await assert.rejects(async () => runtime.execute(workflow, { idempotencyKey: 'k' }));
        isBroken = false;
        const { results } = await executeRuntimeWithRunId(runtime, workflow, { idempotencyKey: 'k' });
        const a = { at: new Date(0), n: 2n ** 70n, u: undefined };
        assert.deepEqual(results, { a, b: { all: a } });
        assert.deepEqual(
          (await executeRuntimeWithRunId(runtime, workflow, { idempotencyKey: 'k' })).results,
          results,
        );
        await store.close();
      });
    }
  });
});
