import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import {
  AsyncLocalRuntime,
  defineNode,
  InvalidOptionError,
  type NodeDefinition,
  NodeTimeoutError,
  PoolValueError,
  PoolWorkerError,
  WorkflowBuilder,
  WorkflowCancelledError,
} from '../../../src/index.ts';
import { causeOf } from '../../shared/nodes/cause-of.ts';
import { looping, mislaid, quitting, spinning } from '../../shared/nodes/cpu-bound-nodes.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { failingRun } from '../../shared/runtime/still-works.ts';

const workflowOf = (definition: NodeDefinition, config: object = {}, count = 1) => {
  const builder: WorkflowBuilder = new WorkflowBuilder();
  for (let index = 0; index < count; index += 1) {
    Reflect.apply(builder.addNode, builder, [definition, `n${index}`, config]);
  }
  return builder.build();
};

const threadsOf = async (runtime: AsyncLocalRuntime, count: number): Promise<readonly unknown[]> => {
  const { results } = await runtime.execute(workflowOf(spinning, { ms: 100 }, count));
  return Object.values(results).map((output) => output?.thread);
};

describe('TestAsyncWorkerPool', () => {
  test('test_cpu_bound_nodes_run_in_threads_of_their_own_as_many_as_allowed', async () => {
    const two = new AsyncLocalRuntime({ threadPoolSize: 2 });
    const threads = await threadsOf(two, 4);
    assert.equal(new Set(threads).size, 2);
    assert.ok(!threads.includes(0));
    await two.close();
    const none = new AsyncLocalRuntime({ threadPoolSize: 0 });
    assert.deepEqual(await threadsOf(none, 2), [0, 0]);
  });

  test('test_the_event_loop_turns_while_a_node_computes', async () => {
    await using runtime = new AsyncLocalRuntime();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await runtime.execute(workflowOf(spinning, { ms: 200 }));
    clearInterval(timer);
    assert.ok(turns > 5, `${turns} turns`);
  });

  test('test_a_node_that_never_ends_is_ended_at_its_time_limit_and_its_worker_replaced', async () => {
    await using runtime = new AsyncLocalRuntime({ threadPoolSize: 1 });
    const [before] = await threadsOf(runtime, 1);
    const error = causeOf(await failingRun(runtime, workflowOf(looping, { timeoutMs: 50 })));
    assertError(error, NodeTimeoutError, 'timeoutMs of 50');
    const [afterwards] = await threadsOf(runtime, 1);
    assert.notEqual(afterwards, before);
  });

  test('test_a_node_that_never_ends_is_ended_with_its_run', async () => {
    await using runtime = new AsyncLocalRuntime({ threadPoolSize: 1 });
    const error = await failingRun(runtime, workflowOf(looping, {}, 3), { signal: AbortSignal.timeout(50) });
    assertError(error, WorkflowCancelledError);
    assert.equal((await threadsOf(runtime, 1)).length, 1);
  });

  test('test_a_closure_cannot_travel_and_says_so', async () => {
    const closure = { type: 'Closure', inputs: {}, outputs: [], cpuBound: true } as const;
    assertError(
      await thrownBy(() => defineNode({ ...closure, run: () => ({}) })),
      InvalidOptionError,
      'cpuBound',
      'origin: { module: import.meta.url, name }',
    );
    const origin = { module: import.meta.url, name: 'closure' };
    assertError(
      await thrownBy(() => defineNode({ ...closure, origin, run: { async: async () => ({}) } })),
      InvalidOptionError,
      'synchronous form',
    );
  });

  test('test_a_value_that_cannot_travel_says_so', async () => {
    await using runtime = new AsyncLocalRuntime();
    const error = causeOf(await failingRun(runtime, workflowOf(spinning, { value: [() => 1] })));
    assertError(error, PoolValueError, "'n0'", 'inputs.value.0 is a function', 'threadPoolSize: 0');
  });

  test('test_a_definition_that_is_not_where_it_says', async () => {
    await using runtime = new AsyncLocalRuntime();
    const error = causeOf(await failingRun(runtime, workflowOf(mislaid)));
    assertError(error, PoolWorkerError, "'mislayed'", 'Export the definition');
  });

  test('test_a_node_that_ends_its_thread', async () => {
    await using runtime = new AsyncLocalRuntime({ threadPoolSize: 1 });
    const error = causeOf(await failingRun(runtime, workflowOf(quitting)));
    assertError(error, PoolWorkerError, 'worker has ended', 'process.exit');
    assert.equal((await threadsOf(runtime, 1)).length, 1);
  });

  test('test_idle_workers_keep_no_program_alive_and_close_ends_them', () => {
    const at = (path: string): string => new URL(path, import.meta.url).href;
    const program = `
      const { AsyncLocalRuntime, WorkflowBuilder } = await import('${at('../../../src/index.ts')}');
      const { spinning } = await import('${at('../../shared/nodes/cpu-bound-nodes.ts')}');
      const workflow = new WorkflowBuilder().addNode(spinning, 'n', { value: 1 }).build();
      const workers = () => process.getActiveResourcesInfo().filter((each) => each === 'MessagePort').length;
      const runtime = new AsyncLocalRuntime();
      console.log((await runtime.execute(workflow)).results.n.value);
      await runtime.close();
      const another = new AsyncLocalRuntime();
      console.log((await another.execute(workflow)).results.n.value, workers());`;
    const options = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const printed = execFileSync(process.execPath, options, { encoding: 'utf8', timeout: 60_000 });
    assert.equal(printed.trim(), '1\n1 0');
  });
});
