import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  CheckpointMemory,
  IdempotencyConflictError,
  InvalidOptionError,
  RunUnderWayError,
  UnknownRunError,
  UnstorableValueError,
  WorkflowBuilder,
  WorkflowCancelledError,
  WorkflowChangedError,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { WorkflowContract } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents, shortEvent } from '../runtime/collect-events.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';

/** `first` gives what it is given, `second` fails as long as it is told to; `ran` says which have run. */
const twoNodes = (ran: string[] = [], fails: () => boolean = () => false): WorkflowContract =>
  new WorkflowBuilder('two')
    .addNode('FunctionNode', 'first', {
      run: ({ x = 1 }) => {
        ran.push('first');
        return { x };
      },
    })
    .addNode('FunctionNode', 'second', {
      run: ({ x }) => {
        ran.push('second');
        if (fails()) throw new TypeError('not yet');
        return { y: [x, undefined] };
      },
      retry: { maxAttempts: 2 },
    })
    .addConnection('first', 'x', 'second', 'x')
    .build();

describe('TestDurableRuns', () => {
  forEachSide(kits, ({ Runtime, MemoryStore, oneAtATime }, test) => {
    test('test_a_failed_run_goes_on_with_all_its_attempts', async () => {
      const ran: string[] = [];
      let isBroken = true;
      const workflow = twoNodes(ran, () => isBroken);
      const store = new MemoryStore();
      const runtime = new Runtime({ durability: { store } });
      const error = await thrownBy(() => runtime.execute(workflow, { parameters: { x: 5 } }));
      assertError(error, WorkflowExecutionError);
      assert.deepEqual(ran, ['first', 'second', 'second']);
      const stored = await store.readRun(error.runId);
      assert.deepEqual([stored?.status, stored?.owner, stored?.workflow], ['failed', null, 'two']);
      assertError(await thrownBy(() => runtime.resume(error.runId, workflow)), WorkflowExecutionError);
      assert.deepEqual(ran.splice(0), ['first', 'second', 'second', 'second', 'second']);
      isBroken = false;
      const { results, runId } = await runtime.resume(error.runId, workflow);
      assert.deepEqual(results, { first: { x: 5 }, second: { y: [5, undefined] } });
      assert.deepEqual([ran, runId, runtime.lastRunId], [['second'], error.runId, error.runId]);
      assert.equal((await store.readRun(runId))?.status, 'completed');
    });

    test('test_a_further_attempt_at_a_sub_workflow_begins_anew', async () => {
      const ran: string[] = [];
      let failures = 0;
      const inner = new WorkflowBuilder()
        .addNode('FunctionNode', 'x', { run: () => ({ n: ran.push('x') }) })
        .addNode('FunctionNode', 'y', {
          run: () => {
            ran.push('y');
            if (failures > 0) throw new Error(`${failures--} left`);
            return { n: 1 };
          },
        })
        .addConnection('x', 'n', 'y', 'n')
        .build();
      const workflow = new WorkflowBuilder()
        .addNode('WorkflowNode', 'sub', { workflow: inner, retry: { maxAttempts: 2 } })
        .build();
      const runtime = new Runtime({ durability: { store: new MemoryStore() } });
      failures = 3;
      await thrownBy(() => runtime.execute(workflow));
      assert.deepEqual(ran.splice(0), ['x', 'y', 'x', 'y']);
      // Of the last attempt x is there; the attempt after that begins anew, as in a run that nobody interrupts.
      assert.equal((await runtime.resume(runtime.lastRunId ?? '', workflow)).status, 'completed');
      assert.deepEqual(ran, ['y', 'x', 'y']);
    });

    test('test_a_run_with_a_result_answers_it_and_runs_nothing', async () => {
      const ran: string[] = [];
      const runtime = new Runtime({ durability: { store: new MemoryStore() }, onError: 'continue' });
      const workflow = twoNodes(ran, () => true);
      const first = await executeRuntimeWithRunId(runtime, workflow);
      ran.length = 0;
      assert.deepEqual(await runtime.resume(first.runId, workflow), first);
      assert.equal(first.status, 'partial');
      assertError(first.results.second?.error, TypeError, 'not yet');
      assert.deepEqual(ran, []);
    });

    test('test_a_key_whose_run_has_completed_answers_its_result', async () => {
      const ran: string[] = [];
      const runtime = new Runtime({ durability: { store: new MemoryStore() } });
      const options = { idempotencyKey: 'order 1', parameters: { x: 2 } };
      const first = await executeRuntimeWithRunId(runtime, twoNodes(ran), options);
      assert.deepEqual(await executeRuntimeWithRunId(runtime, twoNodes(ran), options), first);
      assert.equal(runtime.lastRunId, first.runId);
      const { events } = await collectEvents(runtime, twoNodes(ran), options);
      assert.deepEqual(events.map(shortEvent), ['runResumed', 'runCompleted completed']);
      assert.deepEqual(ran, ['first', 'second']);
      const other = await executeRuntimeWithRunId(runtime, twoNodes(ran), {
        ...options,
        idempotencyKey: 'order 2',
      });
      assert.notEqual(other.runId, first.runId);
    });

    test('test_a_key_whose_run_has_failed_goes_on', async () => {
      const ran: string[] = [];
      let isBroken = true;
      const workflow = twoNodes(ran, () => isBroken);
      const runtime = new Runtime({ durability: { store: new MemoryStore() }, ...oneAtATime });
      await thrownBy(() => runtime.execute(workflow, { idempotencyKey: 'k' }));
      isBroken = false;
      const { events } = await collectEvents(runtime, workflow, { idempotencyKey: 'k' });
      assert.deepEqual(events.map(shortEvent), [
        'runResumed',
        'nodeStarted second',
        'nodeCompleted second',
        'runCompleted completed',
      ]);
      assert.deepEqual(events[0]?.type === 'runResumed' && events[0].finished, ['first']);
      assert.deepEqual(ran, ['first', 'second', 'second', 'second']);
    });

    test('test_a_key_stands_for_one_workflow_and_its_parameters', async () => {
      const runtime = new Runtime({ durability: { store: new MemoryStore() } });
      const { runId } = await executeRuntimeWithRunId(runtime, twoNodes(), { idempotencyKey: 'k' });
      const parameters = await thrownBy(() =>
        runtime.execute(twoNodes(), { idempotencyKey: 'k', parameters: { x: 9 } }),
      );
      assertError(parameters, IdempotencyConflictError, "'k'", 'other parameters', 'Give another key');
      assert.equal(parameters.runId, runId);
      const other = new WorkflowBuilder().addNode('FunctionNode', 'first', { run: () => 1 }).build();
      const workflow = await thrownBy(() => runtime.execute(other, { idempotencyKey: 'k' }));
      assertError(workflow, IdempotencyConflictError, "node 'second' was removed");
    });

    test('test_a_cancelled_run_goes_on', async () => {
      const ran: string[] = [];
      const runtime = new Runtime({ durability: { store: new MemoryStore() } });
      const controller = new AbortController();
      const off = runtime.on('nodeCompleted', () => controller.abort(new Error('stop')));
      const error = await thrownBy(() => runtime.execute(twoNodes(ran), { signal: controller.signal }));
      assertError(error, WorkflowCancelledError);
      off();
      const { results } = await runtime.resume(error.runId, twoNodes(ran));
      assert.deepEqual(results.second, { y: [1, undefined] });
      assert.deepEqual(ran, ['first', 'second']);
    });

    test('test_a_stream_that_nobody_takes_to_its_end_goes_on', async () => {
      const ran: string[] = [];
      const runtime = new Runtime({ durability: { store: new MemoryStore() }, ...oneAtATime });
      for await (const event of runtime.stream(twoNodes(ran))) {
        if (event.type === 'nodeCompleted') break;
      }
      await runtime.resume(runtime.lastRunId ?? '', twoNodes(ran));
      assert.deepEqual([...new Set(ran)], ['first', 'second']);
      assert.equal(ran.filter((id) => id === 'first').length, 1);
    });

    test('test_a_run_that_is_under_way_is_refused', async () => {
      const store = new MemoryStore();
      const runtime = new Runtime({ durability: { store } });
      const seen: Promise<unknown>[] = [];
      const workflow = twoNodes();
      runtime.on('nodeStarted', ({ runId, nodeId }) => {
        if (nodeId !== 'first') return;
        seen.push(thrownBy(() => runtime.resume(runId, workflow)));
        seen.push(thrownBy(() => runtime.execute(workflow, { idempotencyKey: 'k' })));
      });
      await executeRuntimeWithRunId(runtime, workflow, { idempotencyKey: 'k' });
      for (const error of await Promise.all(seen))
        assertError(error, RunUnderWayError, 'is under way', 'leaseUntil');
      assert.equal(seen.length, 2);
    });

    test('test_an_owner_that_gives_no_sign_of_life_loses_its_run', async () => {
      const store = new MemoryStore();
      const runtime = new Runtime({ durability: { store } });
      const { runId } = await executeRuntimeWithRunId(runtime, twoNodes());
      const { owner, leaseUntil } = (await store.readRun(runId)) ?? { owner: '', leaseUntil: 1 };
      const elsewhere = { owner: 'another machine/1/x/y', leaseUntil: Date.now() + 60_000 };
      assert.equal(await store.claimRun(runId, { owner, leaseUntil }, elsewhere), true);
      assertError(await thrownBy(() => runtime.resume(runId, twoNodes())), RunUnderWayError);
      await store.append(runId, { ...elsewhere, leaseUntil: Date.now() - 1 }, []);
      assert.equal((await runtime.resume(runId, twoNodes())).runId, runId);
      assert.equal(await store.append(runId, elsewhere, []), false);
    });

    test('test_a_changed_workflow_is_refused_unless_forced', async () => {
      const ran: string[] = [];
      const memory = new CheckpointMemory();
      const runtime = new Runtime({ durability: { store: new MemoryStore(memory) } });
      await thrownBy(() => runtime.execute(twoNodes(ran, () => true)));
      const runId = runtime.lastRunId ?? '';
      const changed = new WorkflowBuilder('two')
        .addNode('FunctionNode', 'first', { run: () => ({ x: ran.push('first') }) })
        .addNode('FunctionNode', 'second', { run: (inputs) => ({ y: inputs }), timeoutMs: 60_000 })
        .addNode('CodeNode', 'third', { code: 'result = 3' })
        .addConnection('first', 'x', 'second', 'other')
        .build();
      const error = await thrownBy(() => runtime.resume(runId, changed));
      assertError(error, WorkflowChangedError, 'force: true');
      assert.equal(error.runId, runId);
      assert.deepEqual(error.changes, [
        "node 'third' was added",
        "config.retry of node 'second' changed",
        "config.timeoutMs of node 'second' changed",
        "connection 'first'.x -> 'second'.x was removed",
        "connection 'first'.x -> 'second'.other was added",
      ]);
      ran.length = 0;
      const { results } = await runtime.resume(runId, changed, { force: true });
      assert.deepEqual(results.second, { y: { other: 1 } });
      assert.deepEqual([results.third, ran], [{ result: 3 }, []]);
    });

    test('test_what_cannot_be_kept_fails_its_node_before_anything_is_written', async () => {
      const store = new MemoryStore();
      const runtime = new Runtime({ durability: { store }, retry: { maxAttempts: 3 } });
      let runs = 0;
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'bad', {
          run: () => {
            runs += 1;
            return { rows: [{ close: () => 1 }] };
          },
        })
        .build();
      const error = await thrownBy(() => runtime.execute(workflow));
      assertError(error, WorkflowExecutionError, "node 'bad'", '.rows[0].close');
      assertError(error.cause, UnstorableValueError);
      assert.equal(runs, 1);
      assert.deepEqual(await store.readRecords(error.runId), []);
      const given = await thrownBy(() => runtime.execute(twoNodes(), { parameters: { x: Symbol('x') } }));
      assertError(given, UnstorableValueError, "'parameters'", '.x');
      assert.equal((await store.listRuns()).length, 1);
    });

    test('test_what_is_missing_is_named', async () => {
      const durable = new Runtime({ durability: { store: new MemoryStore() } });
      assertError(
        await thrownBy(() => durable.resume('no such run', twoNodes())),
        UnknownRunError,
        "'no such run'",
        'listRuns',
      );
      const plain = new Runtime();
      for (const call of [
        () => plain.resume('x', twoNodes()),
        () => plain.execute(twoNodes(), { idempotencyKey: 'k' }),
      ]) {
        assertError(await thrownBy(call), InvalidOptionError, 'durability: { store }');
      }
    });

    const mayDiffer = 'the refusal names a store of the sync side, which both sides take';
    test('test_a_store_that_is_none_is_refused', { mayDiffer }, async () => {
      const misspelt = { store: {} } as unknown as { store: InstanceType<typeof MemoryStore> };
      assertError(
        await thrownBy(() => new Runtime({ durability: misspelt })),
        InvalidOptionError,
        'durability.store',
        'CheckpointStore',
      );
    });
  });
});
