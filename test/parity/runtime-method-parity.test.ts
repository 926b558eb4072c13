import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runtimeMembers } from '../../parity/allowlist.ts';
import { AsyncLocalRuntime, LocalRuntime } from '../../src/index.ts';
import type { Exemption } from '../../types/index.ts';
import { methodNames } from './reflection.ts';

const allowed = (side: Exemption['side']): readonly string[] =>
  runtimeMembers.filter((exemption) => exemption.side === side).map(({ member }) => member);

const without = (names: readonly string[], others: readonly string[]): readonly string[] =>
  names.filter((name) => !others.includes(name));

const localMethods = methodNames(LocalRuntime);
const asyncMethods = methodNames(AsyncLocalRuntime);

describe('TestRuntimeMethodParity', () => {
  test('test_all_local_runtime_methods_exist_in_async', () => {
    assert.ok(localMethods.length > 0);
    assert.deepEqual(without(without(localMethods, asyncMethods), allowed('sync')), []);
  });

  test('test_async_specific_methods_documented', () => {
    assert.deepEqual(without(asyncMethods, localMethods), allowed('async'));
    for (const { reason } of runtimeMembers) assert.ok(reason.length > 20, reason);
  });

  test('test_conditional_execution_method_exists', () => {
    // A pruned plan is data: `planExecution` stands for the strategy's `_execute_conditional_approach` and `_execute_pruned_plan`.
    for (const name of ['shouldSkipNode', 'analyzeConditions', 'planExecution']) {
      assert.ok(localMethods.includes(name), `LocalRuntime lacks ${name}`);
      assert.ok(asyncMethods.includes(name), `AsyncLocalRuntime lacks ${name}`);
    }
  });

  test('test_enterprise_feature_methods_exist', () => {
    // What is checked before a run is `validateWorkflow`.
    for (const name of [
      'close',
      'on',
      'validateWorkflow',
      'checkWorkflowAccess',
      'logAuditEvent',
      'initializePersistentResources',
      'cleanupResources',
      'getCircuitBreakers',
      'getBulkheads',
      'getExecutionAnalytics',
      'getRunHistory',
    ]) {
      assert.ok(localMethods.includes(name), `LocalRuntime lacks ${name}`);
      assert.ok(asyncMethods.includes(name), `AsyncLocalRuntime lacks ${name}`);
    }
    assert.equal(typeof LocalRuntime.prototype[Symbol.dispose], 'function');
    assert.equal(typeof AsyncLocalRuntime.prototype[Symbol.asyncDispose], 'function');
  });
});
