import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { CodeMemoryError, WorkflowBuilder, WorkflowExecutionError } from '../../../src/index.ts';
import { assertError } from '../runtime/assert-error.ts';
import { executeRuntime } from '../runtime/execute-runtime.ts';
import { forEachSide } from '../runtime/for-each-side.ts';
import { kits } from '../runtime/kits.ts';
import { gives } from '../runtime/sample-nodes.ts';
import { failingRun } from '../runtime/still-works.ts';

/** A code node that is fed through a parameter or by another node's output. */
const code = (text: string, limits: Readonly<Record<string, unknown>> = {}) =>
  new WorkflowBuilder().addNode('CodeNode', 'code', { code: text, ...limits }).build();

const circular: { self?: unknown } = {};
circular.self = circular;

describe('TestSharedSandbox', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_a_function_that_cannot_be_cloned_into_a_code_node_by_parameters', async () => {
      const parameters = { code: { f: () => 1 } };
      const error = await failingRun(new Runtime(), code('result = 1'), { parameters });
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'f', 'function');
    });

    test('test_a_function_that_cannot_be_cloned_into_a_code_node_by_a_connection', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'source', gives({ deep: { f: () => 1 } }))
        .addNode('CodeNode', 'code', { code: 'result = 1' })
        .addConnection('source', 'deep', 'code', 'x')
        .build();
      const error = await failingRun(new Runtime(), workflow);
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'x', 'function');
    });

    test('test_a_function_that_cannot_be_cloned_into_a_code_node_by_its_config', async () => {
      const error = await failingRun(new Runtime(), code('result = 1', { inputs: { f: () => 1 } }));
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'inputs.f', 'function', 'Pass data');
    });

    test('test_a_sandboxed_endless_loop_is_ended_at_its_time_limit', async () => {
      const error = await failingRun(new Runtime(), code('while (true) {}', { timeoutMs: 50 }));
      assertError(error, WorkflowExecutionError, "Node 'code' failed", '50');
    });

    test('test_a_sandboxed_endless_recursion', async () => {
      const error = await failingRun(
        new Runtime(),
        code('const f = () => f() + 1; result = f()', { timeoutMs: 5_000 }),
      );
      assertError(error, WorkflowExecutionError, "Node 'code' failed");
    });

    test('test_a_10_mb_string_from_a_sandbox', async () => {
      const error = await failingRun(new Runtime(), code("result = 'x'.repeat(10 * 1024 * 1024)"));
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'maxOutputBytes');
    });

    test('test_a_sandbox_that_eats_its_memory', async () => {
      const hungry = code('const all = []; for (;;) all.push({}, {}, {})', {
        memoryLimitMb: 8,
        timeoutMs: 60_000,
      });
      const error = await failingRun(new Runtime(), hungry);
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'limit of 8 MiB');
      assertError(error.cause, CodeMemoryError, 'memory');
    });

    test('test_a_circular_value_into_a_sandbox', async () => {
      const error = await failingRun(new Runtime(), code('result = 1'), {
        parameters: { code: { x: circular } },
      });
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'contains itself', 'Break the circle');
    });

    test('test_a_circular_value_out_of_a_sandbox', async () => {
      const error = await failingRun(new Runtime(), code('const a = {}; a.a = a; result = a'));
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'contains itself');
    });

    test('test_a_function_out_of_a_sandbox', async () => {
      const error = await failingRun(new Runtime(), code('result = { f: () => 1 }'));
      assertError(error, WorkflowExecutionError, "Node 'code' failed", 'f', 'function');
    });

    test('test_a_sandbox_reaches_no_host_object', async () => {
      const names = [
        'process',
        'require',
        'globalThis.process',
        'fetch',
        'Buffer',
        'setTimeout',
        'WebAssembly',
      ];
      const text = `result = { found: ${JSON.stringify(names)}.filter((name) => {
        try { return typeof eval(name) !== 'undefined'; } catch { return false; }
      }) }`;
      const results = await executeRuntime(new Runtime(), code(text));
      assert.deepEqual({ ...results.code }, { found: [] });
    });

    test('test_a_sandbox_does_not_reach_the_host_through_constructors', async () => {
      const text =
        "result = { kind: typeof x.constructor.constructor('return typeof process')() , seen: x.constructor.constructor('return typeof process')() }";
      const results = await executeRuntime(new Runtime(), code(text), { parameters: { code: { x: {} } } });
      assert.deepEqual({ ...results.code }, { kind: 'string', seen: 'undefined' });
    });

    test('test_a_sandbox_does_not_change_the_values_it_is_given', async () => {
      const list = [1, 2];
      await executeRuntime(new Runtime(), code('x.push(3); result = x'), {
        parameters: { code: { x: list } },
      });
      assert.deepEqual(list, [1, 2]);
    });

    test('test_runs_of_a_sandbox_share_no_state', async () => {
      const runtime = new Runtime();
      const leavesTraces = code(`
        for (const leave of [() => { globalThis.n = 1; }, () => { Array.prototype.evil = 1; }, () => { Math.random = () => 4; }]) {
          try { leave(); } catch {}
        }
        result = { n: typeof globalThis.n };
      `);
      await executeRuntime(runtime, leavesTraces);
      const looks = code(
        'result = { n: typeof globalThis.n, evil: "evil" in [], random: Math.random() === 4 }',
      );
      const results = await executeRuntime(runtime, looks);
      assert.deepEqual({ ...results.code }, { n: 'undefined', evil: false, random: false });
    });
  });
});
