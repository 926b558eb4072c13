import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AsyncNodeError,
  AsyncOnlyNodeError,
  defineNode,
  InvalidOptionError,
  LocalRuntime,
  WorkflowBuilder,
  WorkflowExecutionError,
} from '../../../src/index.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';
import { assertStillWorks, failingRun } from '../../shared/runtime/still-works.ts';
import { unhandledDuring } from '../../shared/runtime/unhandled-during.ts';

describe('TestLocalAsyncNodes', () => {
  const promising: readonly [name: string, run: () => unknown][] = [
    ['an_async_function', async () => ({ v: 1 })],
    ['a_promise', () => Promise.resolve(1)],
    // biome-ignore lint/suspicious/noThenProperty: a thenable that is no promise is what the test is about
    ['a_thenable', () => ({ then: (resolve: (value: number) => unknown) => resolve(1) })],
  ];
  for (const [name, run] of promising) {
    test(`test_${name}_is_refused_with_the_remedy`, async () => {
      const workflow = new WorkflowBuilder().addNode('FunctionNode', 'later', { run }).build();
      const error = await failingRun(new LocalRuntime(), workflow);
      assertError(error, WorkflowExecutionError, "Node 'later' failed");
      assertError(error.cause, AsyncNodeError, "'later'", 'promise', 'LocalRuntime', 'AsyncLocalRuntime');
    });
  }

  test('test_the_rejection_of_a_refused_promise_is_not_unhandled', async () => {
    const workflow = new WorkflowBuilder()
      .addNode('FunctionNode', 'later', { run: () => Promise.reject(new Error('late')) })
      .build();
    const unhandled = await unhandledDuring(() => thrownBy(() => new LocalRuntime().execute(workflow)));
    assert.deepEqual(unhandled, []);
  });

  test('test_a_node_with_only_an_async_leaf_is_refused', async () => {
    const runtime = new LocalRuntime();
    const remote = defineNode({
      type: 'Remote',
      inputs: {},
      outputs: ['v'],
      run: { async: async () => ({ v: 1 }) },
    });
    const workflow = new WorkflowBuilder().addNode(remote, 'r').build();
    const error = await thrownBy(() => runtime.execute(workflow));
    const refusal = error instanceof WorkflowExecutionError ? error.cause : error;
    assertError(refusal, AsyncOnlyNodeError, "'r'", 'AsyncLocalRuntime');
    await assertStillWorks(runtime);
  });

  test('test_async_only_options_are_refused', async () => {
    const options = JSON.parse('{ "maxConcurrency": 2 }');
    const error = await thrownBy(() => new LocalRuntime(options));
    assertError(
      error,
      InvalidOptionError,
      'maxConcurrency',
      'an option of AsyncLocalRuntime',
      'Leave it out',
    );
  });
});
