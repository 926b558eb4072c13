import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { MissingOutputError, WorkflowBuilder, WorkflowExecutionError } from '../../../src/index.ts';
import type { ConditionalExecution, OnError, WorkflowContract } from '../../../types/index.ts';
import { assertError } from './assert-error.ts';
import { executeRuntimeWithRunId } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { echo, fails, gives } from './sample-nodes.ts';
import { failingRun } from './still-works.ts';

/** `source` gives an output; `target` says what came through one port. */
const through = (output: unknown, port: string): WorkflowContract =>
  new WorkflowBuilder()
    .addNode('FunctionNode', 'source', gives(output))
    .addNode('FunctionNode', 'target', echo)
    .addConnection('source', port, 'target', 'x')
    .build();

type SwitchPort = 'trueOutput' | 'trueOutput.on' | 'falseOutput' | 'falseOutput.on' | 'conditionResult';

/** A switch whose true side is active; `target` hangs on `port`. */
const routed = (port: SwitchPort): WorkflowContract =>
  new WorkflowBuilder()
    .addNode('SwitchNode', 'switch', { conditionField: 'on', value: true })
    .addNode('FunctionNode', 'target', echo)
    .addConnection('switch', port, 'target', 'x')
    .build();

const failing = (): WorkflowContract =>
  new WorkflowBuilder()
    .addNode('FunctionNode', 'bad', fails(new Error('no')))
    .addNode('FunctionNode', 'good', gives({ v: 1 }))
    .addNode('FunctionNode', 'target', echo)
    .addNode('FunctionNode', 'after', echo)
    .addConnection('bad', 'v', 'target', 'bad')
    .addConnection('good', 'v', 'target', 'good')
    .addConnection('target', 'got', 'after', 'x')
    .build();

describe('TestSharedEdges', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    const values: readonly [name: string, output: unknown, port: string, expected: unknown][] = [
      ['the_entry_of_that_name', { a: 1, b: 2 }, 'b', 2],
      ['a_dotted_path', { a: { b: { c: 3 } } }, 'a.b.c', 3],
      ['a_list_index', { list: [{ n: 1 }, { n: 2 }] }, 'list.1.n', 2],
      ['an_entry_whose_name_has_dots_before_the_path', { 'a.b': 'entry', a: { b: 'path' } }, 'a.b', 'entry'],
      ['a_present_entry_that_is_undefined', { a: undefined }, 'a', undefined],
      ['a_present_entry_that_is_null', { a: null }, 'a', null],
      ['the_whole_output_at_result', { a: 1 }, 'result', { a: 1 }],
      ['the_entry_result_before_the_whole_output', { result: 7, a: 1 }, 'result', 7],
      ['a_value_that_is_no_object', 'text', 'result', 'text'],
      ['a_path_into_the_whole_output', { a: { b: 1 } }, 'result.a.b', 1],
    ];
    for (const [name, output, port, expected] of values) {
      test(`test_an_edge_delivers_${name}`, async () => {
        const { results } = await executeRuntimeWithRunId(new Runtime(), through(output, port));
        assert.deepEqual(results.target?.got, { x: expected });
      });
    }

    const missing: readonly [name: string, output: unknown, port: string, says: string][] = [
      ['no_such_entry', { a: 1 }, 'b', "It gave: 'a'"],
      ['a_path_through_null', { a: null }, 'a.b', "its 'a' is null"],
      ['a_path_through_undefined', { a: undefined }, 'a.b', "its 'a' is undefined"],
      ['a_path_that_ends_deep_inside', { a: { b: [{ c: 1 }] } }, 'a.b.0.d.e', "its 'a.b.0' is { c: 1 }"],
      ['a_list_index_beyond_its_end', { a: [1] }, 'a.1', "its 'a' is [ 1 ]"],
      ['a_name_of_the_prototype', { a: 1 }, 'toString', "It gave: 'a'"],
      ['a_path_into_the_prototype', { a: {} }, 'a.constructor', "its 'a' is {}"],
    ];
    for (const [name, output, port, says] of missing) {
      test(`test_the_target_fails_on_${name}`, async () => {
        const error = await failingRun(new Runtime(), through(output, port));
        assertError(error, WorkflowExecutionError, "Node 'target' failed");
        assertError(error.cause, MissingOutputError, "'source'", `'${port}'`, says);
        assert.deepEqual([error.nodeId, error.cause.source, error.cause.output], ['target', 'source', port]);
        assert.deepEqual(error.cause.available, ['a']);
      });
    }

    test('test_one_output_feeds_many_inputs_of_one_target_too', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'source', gives({ v: 1 }))
        .addNode('FunctionNode', 'one', echo)
        .addNode('FunctionNode', 'two', echo)
        .addConnection('source', 'v', 'one', 'a')
        .addConnection('source', 'v', 'one', 'b')
        .addConnection('source', 'v', 'two', 'c')
        .build();
      const { results } = await executeRuntimeWithRunId(new Runtime(), workflow);
      assert.deepEqual([results.one?.got, results.two?.got], [{ a: 1, b: 1 }, { c: 1 }]);
    });

    const ports: readonly [port: SwitchPort, mode: ConditionalExecution, expected: unknown][] = [
      ['trueOutput', 'skip_branches', { x: { on: true } }],
      ['trueOutput.on', 'skip_branches', { x: true }],
      ['falseOutput', 'skip_branches', undefined],
      ['falseOutput.on', 'skip_branches', undefined],
      ['conditionResult', 'skip_branches', { x: true }],
      ['trueOutput', 'route_data', { x: { on: true } }],
      ['falseOutput', 'route_data', { x: null }],
      ['falseOutput.on', 'route_data', { x: null }],
    ];
    for (const [port, conditionalExecution, expected] of ports) {
      test(`test_conditional_port_${port}_under_${conditionalExecution}`, async () => {
        const runtime = new Runtime({ conditionalExecution });
        const run = await executeRuntimeWithRunId(runtime, routed(port), {
          parameters: { switch: { on: true } },
        });
        assert.deepEqual(run.results.target?.got, expected);
        assert.deepEqual(run.skipped, expected === undefined ? ['target'] : []);
      });
    }

    const policies: readonly [onError: OnError, got: unknown, skipped: readonly string[]][] = [
      ['continue', { bad: null, good: 1 }, []],
      ['skipDependents', undefined, ['target', 'after']],
    ];
    for (const [onError, got, skipped] of policies) {
      for (const conditionalExecution of ['route_data', 'skip_branches'] as const) {
        test(`test_edge_of_a_failed_node_under_${onError}_and_${conditionalExecution}`, async () => {
          const run = await executeRuntimeWithRunId(
            new Runtime({ onError, conditionalExecution }),
            failing(),
          );
          assert.deepEqual(run.results.target?.got, got);
          assert.deepEqual(run.skipped, skipped);
          assert.equal(run.status, 'partial');
        });
      }
    }
  });
});
