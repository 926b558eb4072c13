import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './found-in-declarations.ts';

/** A store whose methods give a cursor that nobody exports; `async` is what that of the async side declares. */
const stores = (async: string, opens: string): string => `
  interface Cursor { next(): number; close(): void; page(): Page }
  interface AsyncCursor { ${async} }
  interface Page { readonly size: number; load(): string }
  interface AsyncPage { readonly size: number; load(): Promise<number> }
  export class Store { open(name: string): Cursor; has(cursor: Cursor): boolean }
  export class AsyncStore { open(name: string): ${opens}; has(cursor: AsyncCursor): Promise<boolean> }`;

const between = (async: string, opens: string): readonly string[] =>
  found(stores(async, opens), '#Store', '#AsyncStore');

describe('what methods give that is one thing in two colours by its names', () => {
  const inStep = 'next(): Promise<number>; close(): Promise<void>; page(): Page';

  for (const opens of ['AsyncCursor', 'Promise<AsyncCursor>']) {
    test(`is compared as well, given as ${opens}`, () => {
      assert.deepEqual(between(inStep, opens), []);
      assert.deepEqual(between('next(): Promise<string>; page(): Page', opens), [
        'missing-member Cursor.close',
        'result-mismatch Cursor.next',
      ]);
    });
  }

  test('is compared however far it leads, and once', () => {
    const further = 'next(): Promise<number>; close(): Promise<void>; page(): AsyncPage';
    assert.deepEqual(between(further, 'AsyncCursor'), ['result-mismatch Page.load']);
  });

  test('is not compared where it is the same with more to it', () => {
    const derived = `
      interface Cursor { next(): number }
      interface AsyncCursor extends Cursor { nextAsync(): Promise<number> }
      export class Store { open(): Cursor }
      export class AsyncStore { open(): AsyncCursor }`;
    assert.deepEqual(found(derived, '#Store', '#AsyncStore'), []);
  });
});
