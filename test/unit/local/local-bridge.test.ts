import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bridgedBody } from '../../../src/bridge/bridged-body.ts';
import { workerOptions } from '../../../src/bridge/worker-options.ts';
import {
  AsyncOnlyNodeError,
  BridgeTimeoutError,
  BridgeValueError,
  BridgeWorkerError,
  defineNode,
  LocalRuntime,
  type NodeDefinition,
  WorkflowBuilder,
} from '../../../src/index.ts';
import type { ColouredBody, PreparedNode } from '../../../src/nodes/node-definition.ts';
import type { NodeContext } from '../../../types/index.ts';
import {
  crashing,
  endless,
  exiting,
  later,
  leaving,
  misplaced,
  ticking,
  unclonable,
} from '../../shared/nodes/async-only-nodes.ts';
import { causeOf } from '../../shared/nodes/cause-of.ts';
import { assertError } from '../../shared/runtime/assert-error.ts';
import { failingRun } from '../../shared/runtime/still-works.ts';

class Money {
  readonly cents = 5;
}

const failureOf = async (definition: NodeDefinition, config: object = {}): Promise<unknown> => {
  const builder: WorkflowBuilder = new WorkflowBuilder();
  Reflect.apply(builder.addNode, builder, [definition, 'n', config]);
  return causeOf(await failingRun(new LocalRuntime(), builder.build()));
};

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** Looks again and again, for ten seconds at most. */
const until = async (holds: () => boolean): Promise<undefined> => {
  for (let look = 0; look < 200; look += 1) {
    if (holds()) return;
    await sleep(50);
  }
  assert.fail('it has not come about within ten seconds');
};

/** What a program prints that imports the package and the sample nodes. */
const printed = (statements: string, ...nodeOptions: readonly string[]): string => {
  const at = (path: string): string => pathToFileURL(new URL(path, import.meta.url).pathname).href;
  const program = `
    const { LocalRuntime, WorkflowBuilder } = await import('${at('../../../src/index.ts')}');
    const { later } = await import('${at('../../shared/nodes/async-only-nodes.ts')}');
    const workflow = new WorkflowBuilder().addNode(later, 'n', { value: 1 }).build();
    ${statements}`;
  const options = ['--import', 'tsx', ...nodeOptions, '--input-type=module', '--eval', program];
  return execFileSync(process.execPath, options, { encoding: 'utf8', timeout: 60_000 }).trim();
};

describe('TestLocalBridge', () => {
  test('test_a_closure_cannot_travel_and_says_so', async () => {
    const closure = defineNode({
      type: 'Closure',
      inputs: {},
      outputs: [],
      run: { async: async () => ({}) },
    });
    assertError(await failureOf(closure), AsyncOnlyNodeError, "'n' (Closure)", 'origin:', 'import.meta.url');
  });

  const values: readonly [name: string, value: unknown, ...says: string[]][] = [
    ['a_function', { list: [() => 1] }, 'inputs.value.list.0', 'a function'],
    ['a_class_instance', new Money(), 'inputs.value', 'a Money'],
    ['a_buffer', Buffer.from('a'), 'inputs.value', 'a Buffer'],
    ['a_function_in_a_map', new Map([['k', () => 1]]), 'inputs.value.k', 'a function'],
  ];
  for (const [name, value, ...says] of values) {
    test(`test_an_input_that_cannot_travel_${name}`, async () => {
      const error = await failureOf(later, { value });
      assertError(error, BridgeValueError, "'n'", 'AsyncLocalRuntime', ...says);
    });
  }

  test('test_an_output_that_cannot_travel', async () => {
    assertError(await failureOf(unclonable), BridgeValueError, "'n'", 'its output.list.1 is a function');
  });

  test('test_a_definition_that_is_not_where_it_says', async () => {
    assertError(await failureOf(misplaced), BridgeWorkerError, "'missplaced'", 'Export the definition');
  });

  test('test_a_node_that_ends_its_thread', async () => {
    assertError(await failureOf(exiting), BridgeWorkerError, 'worker has ended', 'process.exit');
  });

  test('test_a_node_that_throws_where_nobody_catches', async () => {
    assertError(await failureOf(crashing), BridgeWorkerError, 'worker has ended', 'throwing');
  });

  test('test_a_worker_that_has_ended_since_its_answer_is_replaced', async () => {
    const workflow = new WorkflowBuilder().addNode(leaving, 'n', { timeoutMs: 10_000 }).build();
    for (let run = 0; run < 2; run += 1) {
      assert.deepEqual({ ...new LocalRuntime().execute(workflow).results.n }, { left: true });
      await sleep(50);
    }
  });

  test('test_a_worker_that_cannot_start_is_not_waited_for', () => {
    const refusing =
      "import { isMainThread } from 'node:worker_threads'; if (!isMainThread) throw new Error('no');";
    const statements = `
      try {
        new LocalRuntime().execute(workflow);
      } catch ({ cause }) {
        console.log(cause.name);
      }`;
    assert.equal(printed(statements, `--import=data:text/javascript,${refusing}`), 'BridgeWorkerError');
  });

  test('test_options_of_the_whole_process_are_not_handed_to_the_worker', () => {
    const statements = 'console.log(new LocalRuntime().execute(workflow).results.n.value);';
    const options = ['--max-old-space-size=512', '--stack-trace-limit=20', '--secure-heap=0', '-C', 'own'];
    assert.equal(printed(statements, ...options), '1');
    assert.deepEqual(
      workerOptions([...options, '--conditions=x', '--import', './a.mjs', '--import=tsx', '-e', '1']),
      {
        execArgv: ['-C', 'own', '--conditions=x'],
        preloads: ['./a.mjs', 'tsx/esm/api'],
      },
    );
    assert.deepEqual(workerOptions(['--import', 'file:///m/tsx/dist/loader.mjs']).preloads, [
      'file:///m/tsx/dist/esm/api/index.mjs',
    ]);
  });

  test('test_an_idle_worker_keeps_no_program_alive', () => {
    const statements = `
      const before = process.getActiveResourcesInfo().length;
      console.log(new LocalRuntime().execute(workflow).results.n.value);
      console.log(process.getActiveResourcesInfo().length - before);`;
    assert.equal(printed(statements), '1\n0');
  });

  test('test_close_ends_the_worker_and_another_runtime_starts_one_anew', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'lockstep-bridge-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'ticks');
    const run = (runtime: LocalRuntime): unknown =>
      runtime.execute(new WorkflowBuilder().addNode(ticking, 'n', { file }).build()).results.n?.thread;
    const runtime = new LocalRuntime();
    const thread = run(runtime);
    assert.equal(run(runtime), thread, 'one worker serves all');
    await until(() => sizeOf(file) > 0);
    runtime.close();
    let size = -1;
    let still = 0;
    // It stops for good: a worker that was only forgotten would go on writing. One look may fall into a pause of its thread.
    await until(() => {
      still = sizeOf(file) === size ? still + 1 : 0;
      size = sizeOf(file);
      return still === 10;
    });
    const another = new LocalRuntime();
    assert.notEqual(run(another), thread);
    another.close();
  });

  test('test_a_node_without_a_time_limit_is_not_waited_for_without_end', () => {
    const prepared = (definition: NodeDefinition) => {
      const { behaviour } = definition.prepare({}) as PreparedNode;
      const { origin } = behaviour as ColouredBody;
      assert.ok(origin !== undefined);
      return bridgedBody(origin, 50);
    };
    const context = { nodeId: 'n', runId: 'r', config: {} } as unknown as NodeContext;
    assert.throws(
      () => prepared(endless)({}, context),
      (error) => {
        assertError(error, BridgeTimeoutError, "'n'", '50 ms', 'timeoutMs', 'AsyncLocalRuntime');
        return true;
      },
    );
    // The worker has gone with its node, and the next node has one that answers.
    const workflow = new WorkflowBuilder().addNode(later, 'n', { value: 7 }).build();
    assert.equal(new LocalRuntime().execute(workflow).results.n?.value, 7);
  });
});
