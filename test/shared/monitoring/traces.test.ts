import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import * as api from '@opentelemetry/api';
import { CheckpointMemory, InvalidOptionError, WorkflowBuilder } from '../../../src/index.ts';
import { kits as durableKits } from '../durability/kits.ts';
import { assertError, thrownBy } from '../runtime/assert-error.ts';
import { collectEvents } from '../runtime/collect-events.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { kits } from '../runtime/kits.ts';
import { gives } from '../runtime/sample-nodes.ts';
import { failing, journeys, waiting } from './every-path.ts';
import { forEachSide } from './for-each-side.ts';
import { newTelemetry } from './telemetry-kit.ts';
import { spanInPool, spanLater } from './traced-nodes.ts';

const activeSpan = (): string | undefined => api.trace.getActiveSpan()?.spanContext().spanId;

/** The two names of a line of the tree: the depth is kept. */
const outline = (tree: readonly string[]): readonly string[] =>
  tree.map((line) => String(line.split(' | ')[0]));

describe('TestSharedTraces', () => {
  forEachSide(kits, ({ Runtime, oneAtATime }, test) => {
    for (const { path, workflow, nodes } of journeys) {
      test(`test_traces_give_the_same_spans_${path}`, async ({ observe }) => {
        const { openTelemetry, tree, spans } = newTelemetry();
        const runtime = new Runtime({
          openTelemetry,
          conditionalExecution: 'skip_branches',
          ...oneAtATime,
        });
        await executeRuntime(runtime, workflow);
        await collectEvents(runtime, workflow);
        observe('tree', tree());
        assert.equal(spans().filter(({ name }) => name.startsWith('node ')).length, 2 * nodes.started);
        assert.equal(tree().length, spans().length, 'each span has its place in the tree');
        assert.equal(tree().filter((line) => !line.startsWith(' ')).length, 2, 'one root for each run');
        await runtime.close();
      });
    }

    test('test_traces_nest_as_workflows_do', async () => {
      const inner = new WorkflowBuilder('inner').addNode('FunctionNode', 'leaf', gives(1)).build();
      const middle = new WorkflowBuilder('middle').addNode('WorkflowNode', 'in', { workflow: inner }).build();
      const outer = new WorkflowBuilder('outer').addNode('WorkflowNode', 'mid', { workflow: middle }).build();
      const { openTelemetry, tree, spans } = newTelemetry();
      await executeRuntime(new Runtime({ openTelemetry }), outer);
      assert.deepEqual(outline(tree()), [
        'run outer',
        '  node mid',
        '    run middle',
        '      node in',
        '        run inner',
        '          node leaf',
      ]);
      assert.equal(new Set(spans().map((span) => span.spanContext().traceId)).size, 1);
    });

    test('test_traces_tell_of_retries_skips_failures_and_cancellation', async ({ observe }) => {
      const { openTelemetry, tree, spans } = newTelemetry();
      const runtime = new Runtime({ openTelemetry, conditionalExecution: 'skip_branches' });
      await thrownBy(() => executeRuntime(runtime, failing));
      for (const path of ['conditional', 'retried']) {
        const { workflow } = journeys.find((each) => each.path === path) ?? assert.fail();
        await executeRuntime(runtime, workflow);
      }
      for await (const event of runtime.stream(waiting)) if (event.type === 'nodeRetried') break;
      observe('tree', tree());
      const [failed = '', boom = '', conditional = ''] = tree();
      assert.match(failed, /^run failing \|.*"lockstep.run.status":"failed".*\| 2 .*\| exception/);
      assert.match(boom, /"error.type":"RangeError".*\| 2 out of range \| exception .*RangeError/);
      assert.match(conditional, /lockstep.node.skipped {"lockstep.node.id":"other"/);
      assert.ok(
        tree().some((line) => /node flaky.*lockstep.node.retried.*"lockstep.node.attempt":2/.test(line)),
      );
      assert.match(tree().at(-2) ?? '', /"lockstep.run.status":"cancelled"/);
      assert.match(tree().at(-1) ?? '', /node slow.*"lockstep.node.aborted":true/);
      assert.ok(spans().every(({ ended }) => ended));
    });

    const ids = 'ids of spans are made anew in each run';
    test('test_traces_make_a_nodes_span_the_active_one_in_its_body', { mayDiffer: ids }, async () => {
      const { openTelemetry, spans } = newTelemetry();
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'a', { run: () => ({ span: activeSpan() }) })
        .addNode('FunctionNode', 'b', { run: () => ({ span: activeSpan() }) })
        .build();
      const runtime = new Runtime({ openTelemetry });
      const results = await executeRuntime(runtime, workflow);
      for (const id of ['a', 'b'] as const) {
        const span = spans().find(({ name }) => name === `node ${id}`);
        assert.equal(results[id]?.span, span?.spanContext().spanId);
      }
      assert.equal(activeSpan(), undefined);
    });

    test('test_traces_are_part_of_the_callers_span', async () => {
      const { openTelemetry, spans } = newTelemetry();
      const tracer = openTelemetry.api.trace.getTracer('caller') as api.Tracer;
      const caller = tracer.startSpan('caller');
      const context = api.trace.setSpan(api.context.active(), caller);
      const runtime = new Runtime({ openTelemetry });
      const { workflow } = journeys[0] ?? assert.fail();
      await api.context.with(context, () => executeRuntime(runtime, workflow));
      await api.context.with(context, () => collectEvents(runtime, workflow));
      caller.end();
      const runs = spans().filter(({ name }) => name === 'run plain');
      assert.deepEqual(
        runs.map(({ parentSpanContext }) => parentSpanContext?.spanId === caller.spanContext().spanId),
        [true, true],
      );
    });

    test('test_traces_go_on_in_workers', { mayDiffer: ids }, async () => {
      const { openTelemetry, spans } = newTelemetry();
      const runtime = new Runtime({ openTelemetry });
      const workflow = new WorkflowBuilder()
        .addNode(spanInPool, 'pool', {})
        .addNode(spanLater, 'later', {})
        .build();
      const { pool, later } = await executeRuntime(runtime, workflow);
      const idOf = (id: string): string =>
        String(
          spans()
            .find(({ name }) => name === `node ${id}`)
            ?.spanContext().spanId,
        );
      const seen = [pool?.span, later?.before, later?.after].map((span) => Object(span).spanId);
      assert.deepEqual(seen, [idOf('pool'), idOf('later'), idOf('later')]);
      await runtime.close();
    });

    test('test_traces_and_measurements_can_be_had_alone', async () => {
      const { workflow } = journeys[0] ?? assert.fail();
      const traced = newTelemetry();
      await executeRuntime(
        new Runtime({ openTelemetry: { ...traced.openTelemetry, metrics: false } }),
        workflow,
      );
      assert.equal(traced.spans().length, 3);
      assert.deepEqual(await traced.measurements(), []);
      const measured = newTelemetry();
      await executeRuntime(
        new Runtime({ openTelemetry: { ...measured.openTelemetry, traces: false } }),
        workflow,
      );
      assert.equal(measured.spans().length, 0);
      assert.ok((await measured.measurements()).length > 0);
    });

    test('test_measurements_are_the_same_on_both_sides', async ({ observe }) => {
      const { openTelemetry, measurements } = newTelemetry();
      const runtime = new Runtime({
        openTelemetry,
        conditionalExecution: 'skip_branches',
        circuitBreaker: { opensAfter: { failures: 1 }, openMs: 0 },
      });
      for (const { path, workflow } of journeys) {
        if (path !== 'workers') await executeRuntime(runtime, workflow);
      }
      await thrownBy(() => executeRuntime(runtime, failing));
      const all = await measurements();
      observe('measurements', all);
      assert.ok(
        all.includes('lockstep.run.active {"lockstep.workflow.name":"plain"} 0 {run}'),
        all.join('\n'),
      );
      const plain = '{"lockstep.workflow.name":"plain","lockstep.run.status":"completed"}';
      assert.ok(all.includes(`lockstep.run.duration ${plain} x1 s`), all.join('\n'));
      assert.ok(all.includes('lockstep.node.skipped {"lockstep.node.type":"FunctionNode"} 1 {node}'));
      const failed =
        '{"lockstep.node.type":"FunctionNode","lockstep.node.status":"failed","error.type":"RangeError"}';
      assert.ok(all.includes(`lockstep.node.duration ${failed} x1 s`));
      assert.ok(all.some((line) => line.startsWith('lockstep.circuit_breaker.trips')));
    });

    test('test_traces_need_the_api_and_without_an_sdk_change_nothing', async () => {
      const { workflow } = journeys[0] ?? assert.fail();
      assert.deepEqual(
        { ...(await executeRuntime(new Runtime({ openTelemetry: { api } }), workflow)) },
        { a: { n: 1 }, b: { n: 1 } },
      );
      const refused = await thrownBy(() => new Runtime({ openTelemetry: { api: {} as never } }));
      assertError(
        refused,
        InvalidOptionError,
        'openTelemetry.api',
        "import * as api from '@opentelemetry/api'",
      );
    });

    test.asyncOnly(
      'test_traces_of_concurrent_nodes_do_not_mix',
      'LocalRuntime runs one node at a time',
      async () => {
        const { openTelemetry, spans } = newTelemetry();
        const builder: WorkflowBuilder = new WorkflowBuilder();
        for (let index = 0; index < 8; index++) {
          builder.addNode('FunctionNode', `n${index}`, {
            run: async () => {
              const before = activeSpan();
              await sleep(8 - index);
              return { before, after: activeSpan() };
            },
          });
        }
        const workflow = builder.build();
        const runtime = new Runtime({ openTelemetry });
        const all = await Promise.all([executeRuntime(runtime, workflow), executeRuntime(runtime, workflow)]);
        const seen = all.flatMap((results) =>
          Object.entries(results).map(([id, output]) => {
            const { before, after } = output as Readonly<Record<string, unknown>>;
            assert.equal(before, after);
            return `${id} ${before}`;
          }),
        );
        const nodes = spans().filter(({ name }) => name.startsWith('node '));
        const expected = nodes.map((span) => `${span.name.slice(5)} ${span.spanContext().spanId}`);
        assert.deepEqual(seen.sort(), expected.sort());
      },
    );
  });

  forEachSide(durableKits, ({ Runtime, MemoryStore, oneAtATime }, test) => {
    test('test_traces_of_a_run_that_goes_on', async ({ observe }) => {
      const { openTelemetry, tree } = newTelemetry();
      const store = new MemoryStore(new CheckpointMemory());
      let isBroken = true;
      const workflow = new WorkflowBuilder('durable')
        .addNode('FunctionNode', 'a', gives({ n: 1 }))
        .addNode('FunctionNode', 'b', {
          run: () => {
            if (isBroken) throw new Error('not yet');
            return 1;
          },
        })
        .addConnection('a', 'n', 'b', 'n')
        .build();
      const runtime = new Runtime({ openTelemetry, durability: { store }, ...oneAtATime } as never);
      await thrownBy(() => runtime.execute(workflow));
      isBroken = false;
      await runtime.resume(String(runtime.lastRunId), workflow);
      observe('tree', tree());
      assert.deepEqual(outline(tree()), ['run durable', '  node a', '  node b', 'run durable', '  node b']);
      assert.match(tree()[3] ?? '', /"lockstep.run.resumed":true/);
    });
  });
});
