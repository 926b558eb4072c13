import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  InvalidOptionError,
  PersistentModeError,
  ResourceCloseError,
  ResourceEndedError,
  RuntimeClosedError,
  UnknownResourceError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import type { NodeContext, WorkflowContract } from '../../../types/index.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { executeRuntimeWithRunId } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { failingRun } from '../runtime/still-works.ts';
import { recorded, uses } from './sample-resources.ts';

describe('TestSharedResources', () => {
  forEachSide(kits, (kit, test) => {
    const { Runtime, oneAtATime } = kit;
    const twoNodes = (log: string[]): WorkflowContract =>
      new WorkflowBuilder()
        .addNode('FunctionNode', 'a', uses(kit, log, 'db'))
        .addNode('FunctionNode', 'b', uses(kit, log, 'cache', 'db'))
        .addConnection('a', 'got', 'b', 'x')
        .build();

    test('test_a_resource_is_opened_once_and_closed_with_the_run', async () => {
      const log: string[] = [];
      const runtime = new Runtime();
      const { results } = await executeRuntimeWithRunId(runtime, twoNodes(log));
      await runtime.cleanupResources();
      assert.deepEqual(results.b?.got, ['cache', 'db']);
      assert.deepEqual(log, ['open db', 'open cache', 'close cache', 'close db']);
      await runtime.close();
    });

    test('test_persistent_resources_outlive_runs_and_close_in_reverse', async () => {
      const log: string[] = [];
      const runtime = new Runtime({ persistent: true });
      await executeRuntimeWithRunId(runtime, twoNodes(log));
      await executeRuntimeWithRunId(runtime, twoNodes(log));
      assert.deepEqual(log, ['open db', 'open cache']);
      await runtime.close();
      assert.deepEqual(log, ['open db', 'open cache', 'close cache', 'close db']);
    });

    test('test_clean_up_closes_what_is_idle_and_the_next_node_opens_anew', async () => {
      const log: string[] = [];
      const runtime = new Runtime({ persistent: true });
      await executeRuntimeWithRunId(runtime, twoNodes(log));
      assert.equal(await runtime.cleanupResources(), undefined);
      await executeRuntimeWithRunId(runtime, twoNodes(log));
      assert.deepEqual(log, ['open db', 'open cache', 'close cache', 'close db', 'open db', 'open cache']);
      await runtime.close();
    });

    test('test_clean_up_leaves_what_a_run_holds', async () => {
      const log: string[] = [];
      const runtime = new Runtime({ persistent: true });
      for await (const event of runtime.stream(twoNodes(log))) {
        if (event.type === 'nodeCompleted' && event.nodeId === 'a') await runtime.cleanupResources();
      }
      assert.ok(!log.slice(0, log.indexOf('open cache')).includes('close db'));
      await runtime.close();
    });

    test('test_a_failed_run_and_a_sub_workflow_give_back_what_they_hold', async () => {
      const log: string[] = [];
      const fails = (): never => {
        throw new Error('no');
      };
      const workflow = new WorkflowBuilder()
        .addNode('WorkflowNode', 'sub', { workflow: twoNodes(log) })
        .addNode('FunctionNode', 'again', uses(kit, log, 'db'))
        .addNode('FunctionNode', 'bad', { run: fails })
        .addConnection('sub', 'b', 'again', 'x')
        .addConnection('again', 'got', 'bad', 'x')
        .build();
      const runtime = new Runtime();
      await failingRun(runtime, workflow);
      await runtime.close();
      assert.deepEqual(log, ['open db', 'open cache', 'close cache', 'close db']);
    });

    test('test_release_gives_back_before_the_run_ends', async () => {
      const log: string[] = [];
      const run = (_: unknown, { resources }: NodeContext): undefined => {
        resources.acquire('db', recorded(kit, 'db', log));
        resources.acquire('db', recorded(kit, 'db', log));
        resources.release('db');
        resources.release('db');
        resources.release('db');
        resources.release('never acquired');
      };
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', { run })
        .addNode('FunctionNode', 'b', { run })
        .build();
      const runtime = new Runtime(oneAtATime);
      await executeRuntimeWithRunId(runtime, workflow);
      await runtime.close();
      assert.deepEqual(log.toSorted(), ['close db', 'close db', 'open db', 'open db']);
    });

    test('test_declared_resources_are_opened_ahead_and_reached_by_key', async () => {
      const log: string[] = [];
      const resources = { one: recorded(kit, 'one', log), two: recorded(kit, 'two', log) };
      const runtime = new Runtime({ persistent: true, resources });
      assert.equal(await runtime.initializePersistentResources(), undefined);
      await runtime.initializePersistentResources();
      assert.deepEqual(log, ['open one', 'open two']);
      const run = (_: unknown, context: NodeContext): unknown => context.resources.acquire<unknown>('two');
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'a', { run }).build();
      assert.deepEqual((await executeRuntimeWithRunId(runtime, workflow)).results.a, { key: 'two' });
      await runtime.close();
      assert.deepEqual(log.slice(2), ['close two', 'close one']);
    });

    test('test_initializing_needs_a_persistent_and_open_runtime', async () => {
      const error = await thrownBy(() => new Runtime().initializePersistentResources());
      assertError(error, PersistentModeError, Runtime.name, 'persistent: true');
      const closed = new Runtime({ persistent: true });
      await closed.close();
      assertError(await thrownBy(() => closed.initializePersistentResources()), RuntimeClosedError);
    });

    test('test_a_key_that_nobody_declares', async () => {
      const run = (_: unknown, { resources }: NodeContext): unknown => resources.acquire('datbase');
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'a', { run }).build();
      const runtime = new Runtime({ resources: { database: recorded(kit, 'database', []) } });
      const error = await failingRun(runtime, workflow);
      assertError(error, WorkflowExecutionError);
      assertError(error.cause, UnknownResourceError, "'datbase'", "Did you mean 'database'?", "'resources'");
    });

    test('test_a_resource_that_does_not_open_is_tried_again', async () => {
      let opened = 0;
      const open = (): unknown => {
        opened += 1;
        if (opened === 1) throw new Error('refused');
        return opened;
      };
      const leaf = { open: kit.id === 'sync' ? open : async () => open(), close: () => undefined };
      const run = (_: unknown, context: NodeContext): unknown => context.resources.acquire('db', leaf);
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', { run, retry: { maxAttempts: 2 } })
        .build();
      const runtime = new Runtime({ persistent: true });
      assert.deepEqual((await executeRuntimeWithRunId(runtime, workflow)).results.a, { result: 2 });
      await runtime.close();
    });

    test('test_one_that_cannot_be_closed_does_not_keep_the_others_open', async () => {
      const log: string[] = [];
      const stuck = {
        open: () => 1,
        close: () => {
          throw new Error('stuck');
        },
      };
      const resources = { one: recorded(kit, 'one', log), stuck, two: recorded(kit, 'two', log) };
      const runtime = new Runtime({ persistent: true, resources });
      await runtime.initializePersistentResources();
      const error = await thrownBy(() => runtime.close());
      assertError(error, ResourceCloseError, "'stuck' (stuck)");
      assert.deepEqual(Object.keys(error.failures), ['stuck']);
      assert.deepEqual(log, ['open one', 'open two', 'close two', 'close one']);
      await runtime.close();
    });

    test('test_a_body_that_outlives_its_run_gets_nothing_more', async () => {
      let late: NodeContext | undefined;
      const run = (_: unknown, context: NodeContext): undefined => {
        late = context;
      };
      const runtime = new Runtime({ persistent: true });
      await executeRuntimeWithRunId(
        runtime,
        new WorkflowBuilder().addNode('FunctionNode', 'a', { run }).build(),
      );
      const error = await thrownBy(() => late?.resources.acquire('db', recorded(kit, 'db', [])));
      assertError(error, ResourceEndedError, "'db'", 'signal');
    });

    const bad: readonly [option: string, value: unknown, says: string][] = [
      ['persistent', 'yes', 'boolean'],
      ['resources', { db: {} }, 'open: () =>'],
      ['resources', { db: { open: () => 1, close: () => 1, connections: -1 } }, 'connections'],
      ['resources', [], 'plain object'],
    ];
    for (const [option, value, says] of bad) {
      test(`test_bad_option_${option}_${JSON.stringify(value)}`, async () => {
        assertError(await thrownBy(() => new Runtime({ [option]: value })), InvalidOptionError, option, says);
      });
    }

    test('test_bad_close_options', async () => {
      const runtime = new Runtime();
      for (const drainMs of [-1, Number.NaN, 2 ** 31]) {
        assertError(await thrownBy(() => runtime.close({ drainMs })), InvalidOptionError, 'drainMs');
      }
      await executeRuntimeWithRunId(runtime, twoNodes([]));
      await runtime.close({ drainMs: 0 });
    });
  });
});
