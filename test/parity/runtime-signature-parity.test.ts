import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runtimeOptions } from '../../parity/allowlist.ts';
import { AsyncLocalRuntime, InvalidOptionError, LocalRuntime } from '../../src/index.ts';
import { methodNames, parametersOf } from './reflection.ts';

type Runtime = typeof LocalRuntime | typeof AsyncLocalRuntime;

/** The refusal of a value for an option, or `undefined` where it is taken. */
const refusal = (Runtime: Runtime, option: string, value: unknown): InvalidOptionError | undefined => {
  try {
    Reflect.construct(Runtime, [{ [option]: value }]);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof InvalidOptionError);
    return error;
  }
};

/** The options that a constructor takes, as it names them itself when it refuses one that it does not know. */
const optionNames = (Runtime: Runtime): readonly string[] => {
  const detail = refusal(Runtime, '?', 1)?.detail ?? '';
  return [...detail.slice(detail.indexOf('Allowed:')).matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
};

describe('TestRuntimeSignatureParity', () => {
  test('test_shared_methods_have_matching_signatures', () => {
    const shared = methodNames(LocalRuntime).filter((name) => methodNames(AsyncLocalRuntime).includes(name));
    assert.ok(shared.includes('execute'));
    for (const name of shared) {
      assert.deepEqual(parametersOf(AsyncLocalRuntime, name), parametersOf(LocalRuntime, name), name);
    }
  });

  test('test_constructor_parameters_match', () => {
    assert.deepEqual(
      parametersOf(AsyncLocalRuntime, 'constructor'),
      parametersOf(LocalRuntime, 'constructor'),
    );
    const local = optionNames(LocalRuntime);
    const concurrent = optionNames(AsyncLocalRuntime);
    assert.ok(local.includes('conditionalExecution'));
    assert.deepEqual(
      local.filter((name) => !concurrent.includes(name)),
      [],
    );
    assert.deepEqual(
      concurrent.filter((name) => !local.includes(name)),
      runtimeOptions.map(({ member }) => member),
    );
  });

  test('test_conditional_execution_parameter_type_matches', () => {
    assert.equal(new AsyncLocalRuntime().conditionalExecution, new LocalRuntime().conditionalExecution);
    const taken: unknown[] = [];
    for (const value of ['route_data', 'skip_branches', 'other', '', 1, true, null, {}]) {
      const local = refusal(LocalRuntime, 'conditionalExecution', value);
      const concurrent = refusal(AsyncLocalRuntime, 'conditionalExecution', value);
      assert.equal(concurrent?.message, local?.message);
      if (local === undefined) taken.push(value);
    }
    assert.deepEqual(taken, ['route_data', 'skip_branches']);
  });
});
