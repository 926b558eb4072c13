import assert from 'node:assert/strict';
import { describe } from 'node:test';
import {
  InvalidOptionError,
  InvalidWorkflowError,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError, thrownBy } from './assert-error.ts';
import { executeRuntime } from './execute-runtime.ts';
import { forEachSide } from './for-each-side.ts';
import { kits } from './kits.ts';
import { echo, gives } from './sample-nodes.ts';
import { assertStillWorks, failingRun } from './still-works.ts';

const circular: { self?: unknown } = {};
circular.self = circular;

describe('TestSharedBadInput', () => {
  forEachSide(kits, ({ Runtime }, test) => {
    test('test_a_circular_value_between_function_nodes_is_passed_as_it_is', async () => {
      const workflow = new WorkflowBuilder()
        .addNode('FunctionNode', 'source', gives({ circular }))
        .addNode('FunctionNode', 'target', { run: ({ x }) => ({ same: x === circular }) })
        .addConnection('source', 'circular', 'target', 'x')
        .build();
      assert.deepEqual({ ...(await executeRuntime(new Runtime(), workflow)).target }, { same: true });
    });

    test('test_proto_as_a_parameter_name_for_a_node', async () => {
      const parameters = JSON.parse('{ "f": { "__proto__": { "polluted": true } } }');
      const runtime = new Runtime();
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', echo).build();
      const error = await failingRun(runtime, workflow, { parameters });
      assertError(error, InvalidOptionError, 'parameters', '__proto__');
      assert.equal(Reflect.get({}, 'polluted'), undefined);
    });

    test('test_proto_as_a_workflow_parameter_name', async () => {
      const parameters = JSON.parse('{ "__proto__": { "polluted": true } }');
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'f', echo).build();
      const error = await failingRun(new Runtime(), workflow, { parameters });
      assertError(error, InvalidOptionError, 'parameters', '__proto__');
    });

    test('test_proto_as_a_key_inside_a_value_stays_a_key', async () => {
      const value = JSON.parse('{ "__proto__": 1, "a": 2 }');
      const workflow = new WorkflowBuilder()
        .addNode('MergeNode', 'merge', { mergeType: 'mergeDict' })
        .build();
      const results = await executeRuntime(new Runtime(), workflow, { parameters: { merge: { x: value } } });
      assert.deepEqual(Object.keys(Object(results.merge?.merged)), ['__proto__', 'a']);
    });

    test('test_what_is_no_workflow', async () => {
      const runtime = new Runtime();
      for (const value of [undefined, null, {}, 'workflow', new WorkflowBuilder()]) {
        const error = await thrownBy(() => Reflect.apply(runtime.execute, runtime, [value]));
        assertError(error, InvalidWorkflowError, 'Not a workflow', 'build()');
        await assertStillWorks(runtime);
      }
    });

    test('test_an_empty_workflow_gives_no_results', async () => {
      const run = await executeRuntime(new Runtime(), new WorkflowBuilder().build());
      assert.deepEqual({ ...run }, {});
    });

    test('test_a_huge_number_of_edges_into_one_node', async () => {
      const builder: WorkflowBuilder = new WorkflowBuilder();
      builder.addNode('FunctionNode', 'source', gives({ v: 1 }));
      builder.addNode('MergeNode', 'merge');
      for (let index = 0; index < 2_000; index += 1)
        builder.addConnection('source', 'v', 'merge', `in${index}`);
      const results = await executeRuntime(new Runtime(), builder.build());
      assert.equal(Object(results.merge?.merged).length, 2_000);
    });

    const hostile: readonly [name: string, make: () => unknown][] = [
      [
        'an_error_whose_message_throws',
        () =>
          Object.defineProperty(new Error(), 'message', {
            get: () => {
              throw new Error('no message');
            },
          }),
      ],
      [
        'an_object_that_throws_when_inspected',
        () =>
          new Proxy(
            {},
            {
              get: () => {
                throw new Error('hostile');
              },
              ownKeys: () => {
                throw new Error('hostile');
              },
            },
          ),
      ],
      [
        'a_revoked_proxy',
        () => {
          const { proxy, revoke } = Proxy.revocable({}, {});
          revoke();
          return proxy;
        },
      ],
    ];
    for (const [name, make] of hostile) {
      test(`test_a_node_that_throws_${name}`, async () => {
        const workflow = new WorkflowBuilder()
          .addNode('FunctionNode', 'bad', {
            run: () => {
              throw make();
            },
          })
          .build();
        const error = await failingRun(new Runtime(), workflow);
        assertError(error, WorkflowExecutionError, "Node 'bad' failed");
      });

      test(`test_a_node_that_gives_${name}`, async () => {
        const runtime = new Runtime();
        const workflow = new WorkflowBuilder().addNode('FunctionNode', 'odd', { run: make }).build();
        await executeRuntime(runtime, workflow).catch((error: unknown) =>
          assertError(error, WorkflowExecutionError, "Node 'odd'"),
        );
        await assertStillWorks(runtime);
      });
    }
  });
});
