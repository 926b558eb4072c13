import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { methodNames, parametersOf } from './reflection.ts';

class Base {
  inherited(first: unknown): unknown {
    return first;
  }
}

class Sample extends Base {
  readonly field = (ignored: unknown): unknown => ignored;
  constructor(options: object = { deep: [1, ','] }) {
    super();
    this.field(options);
  }
  get accessor(): number {
    return 1;
  }
  async method(one: unknown, two = ')', ...rest: unknown[]): Promise<unknown> {
    return [one, two, rest];
  }
}

describe('TestReflection', () => {
  test('test_methods_are_those_of_the_prototype_chain', () => {
    assert.deepEqual(methodNames(Sample), ['inherited', 'method']);
  });

  test('test_parameters_come_with_their_defaults', () => {
    assert.deepEqual(parametersOf(Sample, 'inherited'), ['first']);
    assert.deepEqual(
      parametersOf(Sample, 'method').map((text) => text.replaceAll('"', "'")),
      ['one', "two = ')'", '...rest'],
    );
    assert.match(String(parametersOf(Sample, 'constructor')), /^options = \{\s*deep:/);
  });

  test('test_an_unknown_member_is_an_error', () => {
    assert.throws(() => parametersOf(Base, 'constructor'), /Base has no readable member 'constructor'/);
  });
});
