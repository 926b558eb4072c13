import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CheckpointMemory,
  CheckpointStoreError,
  InvalidOptionError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import type { CheckpointStore, WorkflowContract } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { dyingStore } from './dying-store.ts';
import { diamond, newWorld, step, type World } from './failing-diamond.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';

const counting = (world: World): WorkflowContract =>
  new WorkflowBuilder('counting')
    .addNode('FunctionNode', 'first', step(world, 'first'))
    .addNode('FunctionNode', 'count', {
      run: ({ n }: Readonly<Record<string, unknown>>) => {
        const next = Number(n ?? 0) + 1;
        world.ran.push(`count ${next}`);
        if (next === 2 && world.broken.has('count')) throw new TypeError('count is broken');
        return { n: next };
      },
    })
    .addNode('FunctionNode', 'last', step(world, 'last'))
    .addConnection('first', 'from', 'count', 'given')
    .addConnection('count', 'n', 'last', 'given')
    .addCycle('loop', {
      edges: [{ source: 'count', output: 'n', target: 'count', input: 'n' }],
      maxIterations: 3,
    })
    .build() as WorkflowContract;

const nested = (world: World): WorkflowContract => {
  const inner = new WorkflowBuilder()
    .addNode('FunctionNode', 'inner', step(world, 'inner'))
    .addNode('FunctionNode', 'broken', step(world, 'broken'))
    .addConnection('inner', 'from', 'broken', 'given')
    .build();
  return new WorkflowBuilder('nested')
    .addNode('FunctionNode', 'first', step(world, 'first'))
    .addNode('WorkflowNode', 'sub', { workflow: inner, inputs: {} })
    .addNode('FunctionNode', 'last', step(world, 'last'))
    .addConnection('first', 'from', 'sub', 'given')
    .addConnection('sub', 'broken', 'last', 'given')
    .build() as WorkflowContract;
};

/** Two sub-workflows around `broken`, which `innerEnd` follows; `beside` depends on nothing of it. */
const deep = (world: World): WorkflowContract => {
  const inner = new WorkflowBuilder()
    .addNode('FunctionNode', 'inner', step(world, 'inner'))
    .addNode('FunctionNode', 'broken', step(world, 'broken'))
    .addNode('FunctionNode', 'innerEnd', step(world, 'innerEnd'))
    .addConnection('inner', 'from', 'broken', 'given')
    .addConnection('broken', 'from', 'innerEnd', 'given')
    .build();
  const middle = new WorkflowBuilder()
    .addNode('FunctionNode', 'middle', step(world, 'middle'))
    .addNode('WorkflowNode', 'sub', { workflow: inner, inputs: {} })
    .build();
  return new WorkflowBuilder('deep')
    .addNode('FunctionNode', 'beside', step(world, 'beside'))
    .addNode('WorkflowNode', 'a "/" in@1', { workflow: middle, inputs: {} })
    .addNode('FunctionNode', 'last', step(world, 'last'))
    .addConnection('a "/" in@1', 'sub', 'last', 'given')
    .build() as WorkflowContract;
};

/** A loop over 1 to 4, of which the item named by `broken` fails. */
const looping = (world: World): WorkflowContract => {
  const body = new WorkflowBuilder()
    .addNode('FunctionNode', 'take', {
      run: ({ item }: Readonly<Record<string, unknown>>) => {
        world.ran.push(`take ${item}`);
        return { item };
      },
    })
    .addNode('FunctionNode', 'double', {
      run: ({ item }: Readonly<Record<string, unknown>>) => {
        world.ran.push(`double ${item}`);
        if (world.broken.has(String(item))) throw new TypeError(`${item} is broken`);
        return { twice: Number(item) * 2 };
      },
    })
    .addConnection('take', 'item', 'double', 'item')
    .build();
  return new WorkflowBuilder('looping')
    .addNode('LoopNode', 'each', { workflow: body, items: [1, 2, 3, 4], onError: 'continue' })
    .addNode('FunctionNode', 'last', step(world, 'last'))
    .addConnection('each', 'results', 'last', 'given')
    .build() as WorkflowContract;
};

describe('TestRetriedFailures', () => {
  forEachSide(kits, ({ Runtime, MemoryStore, oneAtATime }, test) => {
    for (const onError of ['continue', 'skipDependents'] as const) {
      test(`test_retry_of_failures_runs_them_and_what_comes_after_${onError}`, async () => {
        const world = newWorld('left');
        const workflow = diamond(world);
        const store = new MemoryStore();
        const runtime = new Runtime({ ...oneAtATime, onError, durability: { store } });
        const first = await runtime.execute(workflow);
        assert.equal(first.status, 'partial');
        world.ran.length = 0;
        world.broken.clear();
        const mended = await runtime.resume(first.runId, workflow, { retryFailed: true });
        assert.deepEqual(world.ran.splice(0), ['left', 'leftEnd', 'join']);
        assert.deepEqual([mended.status, mended.runId, mended.skipped], ['completed', first.runId, []]);
        const untroubled = await new Runtime(oneAtATime).execute(workflow);
        assert.deepEqual(mended.results, untroubled.results);
        assert.deepEqual(Object.keys(mended.results), Object.keys(untroubled.results));
        world.ran.length = 0;
        assert.deepEqual(await runtime.resume(first.runId, workflow, { retryFailed: true }), mended);
        assert.deepEqual([world.ran, (await store.readRun(first.runId))?.status], [[], 'completed']);
      });
    }

    test('test_retry_of_failures_that_fail_again_is_partial_again', async () => {
      const world = newWorld('left', 'right');
      const workflow = diamond(world);
      const runtime = new Runtime({
        ...oneAtATime,
        onError: 'continue',
        durability: { store: new MemoryStore() },
      });
      const { runId } = await runtime.execute(workflow);
      world.broken.delete('right');
      const again = await runtime.resume(runId, workflow, { retryFailed: true });
      assert.equal(again.status, 'partial');
      assertError(again.results.left?.error, TypeError, 'left is broken');
      world.ran.length = 0;
      world.broken.clear();
      assert.equal((await runtime.resume(runId, workflow, { retryFailed: true })).status, 'completed');
      assert.deepEqual(world.ran, ['left', 'leftEnd', 'join']);
    });

    test('test_retry_of_failures_in_a_cycle_begins_the_cycle_anew', async () => {
      const world = newWorld('count');
      const workflow = counting(world);
      const runtime = new Runtime({
        ...oneAtATime,
        onError: 'skipDependents',
        durability: { store: new MemoryStore() },
      });
      const { runId, status } = await runtime.execute(workflow);
      assert.equal(status, 'partial');
      world.ran.length = 0;
      world.broken.clear();
      const mended = await runtime.resume(runId, workflow, { retryFailed: true });
      assert.deepEqual(world.ran, ['count 1', 'count 2', 'count 3', 'last']);
      assert.deepEqual([mended.status, mended.results.last?.given], ['completed', 3]);
    });

    test('test_retry_of_failures_of_a_sub_workflow_goes_on_inside', async () => {
      const world = newWorld('broken');
      const workflow = nested(world);
      const runtime = new Runtime({ ...oneAtATime, durability: { store: new MemoryStore() } });
      await thrownBy(() => runtime.execute(workflow));
      world.ran.length = 0;
      world.broken.clear();
      const mended = await runtime.resume(runtime.lastRunId ?? '', workflow, { retryFailed: true });
      assert.deepEqual([world.ran, mended.status], [['broken', 'last'], 'completed']);
    });

    for (const onError of ['continue', 'skipDependents'] as const) {
      test(`test_retry_of_failures_reaches_into_sub_workflows_that_have_completed_${onError}`, async () => {
        const world = newWorld('broken');
        const workflow = deep(world);
        const runtime = new Runtime({ ...oneAtATime, onError, durability: { store: new MemoryStore() } });
        const { runId, status } = await runtime.execute(workflow);
        assert.equal(status, 'completed');
        world.ran.length = 0;
        world.broken.clear();
        const mended = await runtime.resume(runId, workflow, { retryFailed: true });
        assert.deepEqual(world.ran.splice(0), ['broken', 'innerEnd', 'last']);
        const untroubled = await new Runtime(oneAtATime).execute(workflow);
        assert.deepEqual(mended.results, untroubled.results);
        world.ran.length = 0;
        assert.deepEqual(await runtime.resume(runId, workflow, { retryFailed: true }), mended);
        assert.deepEqual(world.ran, []);
      });
    }

    for (const onError of ['stop', 'continue'] as const) {
      test(`test_retry_of_failures_reaches_the_items_of_a_loop_${onError}`, async () => {
        const world = newWorld('2', '3');
        const workflow = looping(world);
        const runtime = new Runtime({ ...oneAtATime, onError, durability: { store: new MemoryStore() } });
        const { runId } = await runtime.execute(workflow);
        world.ran.length = 0;
        world.broken.delete('3');
        await runtime.resume(runId, workflow, { retryFailed: true });
        assert.ok(!world.ran.includes('double 1') && !world.ran.includes('double 4'), world.ran.join());
        world.ran.length = 0;
        world.broken.clear();
        const mended = await runtime.resume(runId, workflow, { retryFailed: true });
        assert.deepEqual(world.ran.splice(0), ['double 2', 'last']);
        const untroubled = await new Runtime(oneAtATime).execute(workflow);
        assert.deepEqual(mended.results, untroubled.results);
      });
    }

    test('test_retry_of_failures_survives_a_death_wherever_it_comes', async () => {
      for (let batches = 0, isDone = false; !isDone; batches += 1) {
        const world = newWorld('left');
        const workflow = diamond(world);
        const memory = new CheckpointMemory();
        const runtimeOn = (store: unknown) =>
          new Runtime({
            ...oneAtATime,
            onError: 'continue',
            durability: { store: store as CheckpointStore<'sync'> },
          });
        const { runId } = await runtimeOn(new MemoryStore(memory)).execute(workflow);
        world.broken.clear();
        world.ran.length = 0;
        const dying = runtimeOn(dyingStore(new MemoryStore(memory), batches));
        const died = await thrownBy(async () => {
          await dying.resume(runId, workflow, { retryFailed: true });
          throw 'alive';
        });
        isDone = died === 'alive';
        if (!isDone) assertError(died, CheckpointStoreError);
        // Without a word of failures: they were reopened, or are to be.
        const last = await runtimeOn(new MemoryStore(memory)).resume(runId, workflow, { retryFailed: true });
        assert.equal(last.status, 'completed');
        assert.ok(!world.ran.includes('read') && !world.ran.includes('right'), world.ran.join());
        assert.ok(!isDone || batches > 2, 'the retry was never interrupted');
      }
    });

    test('test_without_retry_of_failures_a_partial_run_answers_its_result', async () => {
      const world = newWorld('left');
      const workflow = diamond(world);
      const runtime = new Runtime({
        ...oneAtATime,
        onError: 'continue',
        durability: { store: new MemoryStore() },
      });
      const first = await runtime.execute(workflow);
      world.ran.length = 0;
      assert.deepEqual(await runtime.resume(first.runId, workflow), first);
      assert.deepEqual(world.ran, []);
      const bad = { retryFailed: 'yes' } as unknown as { readonly retryFailed: boolean };
      const error = await thrownBy(() => runtime.resume(first.runId, workflow, bad));
      assertError(error, InvalidOptionError, 'retryFailed');
    });
  });
});
