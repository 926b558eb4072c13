import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe } from 'node:test';
import {
  AsyncLocalRuntime,
  InvalidOptionError,
  RuntimeClosedError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { type AnyRuntime, kits } from './kits.ts';
import { gives } from './sample-nodes.ts';
import { assertStillWorks } from './still-works.ts';
import { unhandledDuring } from './unhandled-during.ts';

const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', gives(1)).build();

const dispose = (runtime: AnyRuntime): unknown =>
  runtime instanceof AsyncLocalRuntime ? runtime[Symbol.asyncDispose]() : runtime[Symbol.dispose]();

describe('TestSharedResourceManagement', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_a_closed_runtime_takes_no_more_runs', async () => {
      const runtime = new Runtime();
      await assertStillWorks(runtime);
      assert.equal(await runtime.close(), undefined);
      const refusals = [
        await thrownBy(() => executeRuntimeWithRunId(runtime, workflow)),
        await thrownBy(async () => {
          for await (const event of runtime.stream(workflow)) assert.fail(event.type);
        }),
      ];
      for (const error of refusals)
        assertError(error, RuntimeClosedError, Runtime.name, 'closed', 'Make a new one');
    });

    test('test_closing_twice_is_harmless', async () => {
      const runtime = new Runtime();
      await runtime.close();
      assert.equal(await runtime.close(), undefined);
    });

    test('test_disposal_closes', async () => {
      const runtime = new Runtime();
      assert.equal(await dispose(runtime), undefined);
      assertError(await thrownBy(() => executeRuntimeWithRunId(runtime, workflow)), RuntimeClosedError);
    });

    test('test_closing_one_runtime_leaves_others_alone', async () => {
      const open = new Runtime();
      await new Runtime().close();
      await assertStillWorks(open);
    });

    test('test_one_workflow_serves_many_runtimes', async () => {
      const runs = [
        await executeRuntimeWithRunId(new Runtime(), workflow),
        await executeRuntimeWithRunId(new Runtime(), workflow),
      ];
      assert.deepEqual(runs[0]?.results, runs[1]?.results);
      assert.notEqual(runs[0]?.runId, runs[1]?.runId);
    });

    test('test_a_workflow_is_frozen', async () => {
      await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.ok(Object.isFrozen(workflow));
      for (const part of [workflow.nodes, workflow.connections, workflow.cycles, ...workflow.nodes]) {
        assert.ok(Object.isFrozen(part));
      }
    });

    test('test_a_builder_used_after_build_does_not_change_the_workflow', async () => {
      const builder = new WorkflowBuilder().addNode('FunctionNode', 'a', gives(1));
      const built = builder.build();
      builder.addNode('FunctionNode', 'b', gives(2));
      assert.deepEqual(Object.keys((await executeRuntimeWithRunId(new Runtime(), built)).results), ['a']);
    });

    test('test_a_config_changed_after_build_does_not_change_the_workflow', async () => {
      const inputs = { x: { deep: 1 } };
      const built = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', { run: ({ x }) => ({ x }), inputs })
        .build();
      inputs.x.deep = 2;
      const { results } = await executeRuntimeWithRunId(new Runtime(), built);
      assert.deepEqual({ ...results.a }, { x: { deep: 1 } });
    });

    const failing: readonly [name: string, listener: () => unknown][] = [
      ['throws', () => assert.fail('listener')],
      ['rejects', async () => assert.fail('listener')],
      [
        'throws_what_has_no_text',
        () => {
          throw Object.create(null);
        },
      ],
    ];
    for (const [name, listener] of failing) {
      test(`test_a_listener_that_${name}_changes_no_run_and_is_a_warning`, async () => {
        const runtime = new Runtime();
        const warning = once(process, 'warning');
        const stop = runtime.on('nodeStarted', listener);
        const unhandled = await unhandledDuring(() => assertStillWorks(runtime));
        stop();
        assert.deepEqual(unhandled, []);
        assert.match(String((await warning)[0]), /A listener of run events failed/);
      });
    }

    test('test_a_listener_that_is_no_function', async () => {
      const runtime = new Runtime();
      const error = await thrownBy(() => Reflect.apply(runtime.on, runtime, ['nodeStarted', { handle: 1 }]));
      assertError(error, InvalidOptionError, 'listener', '{ handle: 1 }', 'Give a function');
      await assertStillWorks(runtime);
    });

    test('test_nothing_is_left_running', async () => {
      const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
      const runtime = new Runtime({ timeoutMs: 60_000 });
      const controller = new AbortController();
      const limited = new WorkflowBuilder()
        .addNode('FunctionNode', 'f', { ...gives(1), timeoutMs: 60_000 })
        .build();
      await executeRuntimeWithRunId(runtime, limited, { signal: controller.signal });
      await runtime.close();
      const after = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
      assert.equal(after, before);
    });
  });
});
