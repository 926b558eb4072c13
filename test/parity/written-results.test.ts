import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './found-in-declarations.ts';

describe('what a result says beside its type', () => {
  const stores = (is: string, on: string) => `
    export class Store { is(value: unknown): value is string; on(): this; get(): number }
    export class AsyncStore { is(value: unknown): ${is}; on(): ${on}; get(): Promise<number> }`;

  test('is the same on both sides', () => {
    assert.deepEqual(found(stores('value is string', 'this'), '#Store', '#AsyncStore'), []);
    assert.deepEqual(found(stores('value is string', 'Promise<this>'), '#Store', '#AsyncStore'), []);
  });

  test('is lost: a predicate, the polymorphic `this`', () => {
    assert.deepEqual(found(stores('boolean', 'this'), '#Store', '#AsyncStore'), ['result-mismatch is']);
    assert.deepEqual(found(stores('value is string', 'AsyncStore'), '#Store', '#AsyncStore'), [
      'result-mismatch on',
    ]);
  });

  test('cannot be said of a promise, which narrows nothing', () => {
    assert.deepEqual(found(stores('Promise<boolean>', 'this'), '#Store', '#AsyncStore'), []);
  });
});

describe('what belongs to an interface itself', () => {
  const stores = (parameters: string, construct: string, index: string) => `
    export interface Store<T extends object = object> { new (path: string): T; [key: string]: unknown; get(): T }
    export interface AsyncStore<${parameters}> { new (path: ${construct}): T; [key: ${index}]: unknown; get(): Promise<T> }`;
  const same = 'T extends object = object';

  test('is the same on both sides', () => {
    assert.deepEqual(found(stores(same, 'string', 'string'), '#Store', '#AsyncStore'), []);
  });

  for (const [what, declarations, drifts] of [
    ['a constraint', stores('T = object', 'string', 'string'), ['generic-constraint AsyncStore']],
    ['a default', stores('T extends object', 'string', 'string'), ['generic-constraint AsyncStore']],
    ['a further type parameter', stores(`${same}, U = 1`, 'string', 'string'), ['lost-generic AsyncStore']],
    ['a construct signature', stores(same, 'number', 'string'), ['constructor-parameter constructor']],
    [
      'an index signature',
      stores(same, 'string', 'symbol'),
      ['missing-member [string]', 'uncontracted-member [symbol]'],
    ],
  ] as const) {
    test(`drifts: ${what}`, () => {
      assert.deepEqual(found(declarations, '#Store', '#AsyncStore').toSorted(), drifts);
    });
  }

  test('belongs to a class as well', () => {
    const classes = (parameter: string) => `
      export class Store<T = string> { get(): T } export class AsyncStore<${parameter}> { get(): Promise<T> }`;
    assert.deepEqual(found(classes('T = string'), '#Store', '#AsyncStore'), []);
    assert.deepEqual(found(classes('T = number'), '#Store', '#AsyncStore'), [
      'generic-constraint AsyncStore',
    ]);
  });
});
