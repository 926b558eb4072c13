import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  AsyncSqlRunHistoryStore,
  CallColourError,
  LocalRuntime,
  RunHistoryError,
  WorkflowBuilder,
} from '../../../src/index.ts';
import { warningsDuring } from '../../shared/analytics/warnings-during.ts';
import { assertError, thrownBy } from '../../shared/runtime/assert-error.ts';

const workflow = new WorkflowBuilder().addNode('FunctionNode', 'a', { run: () => 1 }).build();

describe('TestLocalAnalytics', () => {
  test('test_a_store_that_answers_with_promises_is_told_of_and_the_run_answers', async () => {
    const store = new AsyncSqlRunHistoryStore({ type: 'sqlite', path: ':memory:' });
    const runtime = new LocalRuntime({ analytics: { store } });
    const warnings = await warningsDuring(async () => {
      assert.deepEqual(runtime.execute(workflow).results, { a: { result: 1 } });
    });
    assert.match(warnings.join(), /'analytics.store.append' answered with a promise.*AsyncLocalRuntime/);
    const error = await thrownBy(() => runtime.getExecutionAnalytics());
    assertError(error, RunHistoryError, "'analytics.store.list' answered with a promise");
    assert.ok(error.cause instanceof CallColourError);
    await store.close();
  });

  test('test_a_stream_that_is_left_is_handed_to_a_store_that_answers_with_promises', async () => {
    const kept: string[] = [];
    const store = {
      append: async ({ status }: { readonly status: string }) => void kept.push(status) as undefined,
      list: async () => [],
      deleteBefore: async () => 0,
      close: async () => undefined,
    };
    for (const _ of new LocalRuntime({ analytics: { store } }).stream(workflow)) break;
    assert.deepEqual(kept, ['cancelled']);
  });
});
