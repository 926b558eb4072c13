import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './found-in-declarations.ts';

describe('a side that is an alias of a type', () => {
  const stores = (get: string, self: string): string => `
    export type Store<T> = { get(key: string): T; set: (key: string, value: T) => void; clone(): Store<T> };
    export type AsyncStore<T> = { get(key: string): ${get}; set: (key: string, value: T) => Promise<void>; clone(): ${self} };
    export type Both<T> = Store<T> & { size: number };
    export type AsyncBoth<T> = { size: number } & AsyncStore<T>;`;

  for (const [sync, async] of [
    ['#Store', '#AsyncStore'],
    ['#Both', '#AsyncBoth'],
  ] as const) {
    test(`has the members of ${sync.slice(1)}`, () => {
      assert.deepEqual(found(stores('Promise<T>', 'AsyncStore<T>'), sync, async), []);
      assert.deepEqual(found(stores('Promise<string>', 'AsyncStore<T>'), sync, async), [
        'result-mismatch get',
      ]);
      assert.deepEqual(found(stores('Promise<T>', 'AsyncStore<string>'), sync, async), [
        'result-mismatch clone',
      ]);
    });
  }

  test('may be an interface or a class on the other side', () => {
    const mixed = (get: string): string => `
      export type Store = { get(key: string): number; next(): Store };
      export interface AsyncStore { get(key: string): ${get}; next(): Promise<AsyncStore> }`;
    assert.deepEqual(found(mixed('Promise<number>'), '#Store', '#AsyncStore'), []);
    assert.deepEqual(found(mixed('Promise<string>'), '#Store', '#AsyncStore'), ['result-mismatch get']);
  });

  test('has what a namespace of its name holds as static members', () => {
    const parsers = (of: string): string => `
      export type Parser = { parse(): string };
      export namespace Parser { function of(text: string): Parser }
      export class AsyncParser { private constructor(); parse(): Promise<string>; static of(${of}): AsyncParser }`;
    assert.deepEqual(found(parsers('text: string'), '#Parser', '#AsyncParser'), []);
    assert.deepEqual(found(parsers('text: number'), '#Parser', '#AsyncParser'), ['parameter-type of']);
  });

  test('takes type parameters of its own', () => {
    const stores = (parameters: string): string => `
      export type Store<T extends object = object> = { get(): T };
      export type AsyncStore<${parameters}> = { get(): Promise<T> };`;
    assert.deepEqual(found(stores('T extends object = object'), '#Store', '#AsyncStore'), []);
    assert.deepEqual(found(stores('T'), '#Store', '#AsyncStore'), ['generic-constraint AsyncStore']);
  });
});

describe('types that wait for their type parameters', () => {
  const streams = (keys: string): string => `
    export interface Stream<T> { keys(): Stream<T extends [infer Key, infer _] ? Key : never> }
    export interface AsyncStream<T> { keys(): AsyncStream<${keys}> }`;

  test('infer the same under any names', () => {
    assert.deepEqual(
      found(streams('T extends [infer Key, infer _] ? Key : never'), '#Stream', '#AsyncStream'),
      [],
    );
    assert.deepEqual(
      found(streams('T extends [infer First, infer Second] ? First : never'), '#Stream', '#AsyncStream'),
      [],
    );
  });

  test('infer another thing', () => {
    const second = 'T extends [infer Key, infer Value] ? Value : never';
    assert.deepEqual(found(streams(second), '#Stream', '#AsyncStream'), ['result-mismatch keys']);
  });

  test('are a callback when they are called', () => {
    const tries = (of: string): string => `
      interface Lazy<A> { (): A }
      export function attemptSync<A>(run: Lazy<A>): A;
      export function attempt<A>(run: Lazy<${of}>): Promise<A>;`;
    assert.deepEqual(found(tries('Promise<A>'), '#*Sync', '#*'), []);
    assert.deepEqual(found(tries('A[]'), '#*Sync', '#*'), ['parameter-type attempt']);
  });
});

describe('what only tells the sides apart', () => {
  test('is no drift: a colour, a name of its own', () => {
    const stores = (tag: string): string => `
      interface Kind<T> { readonly of: T }
      export class Store { readonly sync: true; readonly kind: 'sync'; readonly name: 'Store'; as: Kind<'Store'>; get(): number }
      export class AsyncStore { readonly kind: 'async'; readonly name: ${tag}; as: Kind<${tag}>; get(): Promise<number> }`;
    assert.deepEqual(found(stores("'AsyncStore'"), '#Store', '#AsyncStore'), []);
    assert.deepEqual(found(stores("'Shop'"), '#Store', '#AsyncStore'), [
      'property-type name',
      'property-type as',
    ]);
  });

  test('is written out in some names', () => {
    const templates = (context: string): string => `
      interface SynchronousContext { load(): string } interface Context { load(): ${context} }
      export interface SynchronousTemplate { render(context: SynchronousContext): string }
      export interface Template { render(context: Context): Promise<string> }`;
    assert.deepEqual(found(templates('Promise<string>'), '#SynchronousTemplate', '#Template'), []);
  });
});

test('the errors that are documented are those of the last comment, however they are named', () => {
  const stores = (comments: string): string => `
    export interface Store {
      /** @throws {Missing} when it is not there */
      get(): number;
    }
    export interface AsyncStore {
      ${comments}
      get(): Promise<number>;
    }`;
  const imported =
    "/** @throws {Gone} of another method */ /** @throws {import('./errors/Missing')} when … */";
  assert.deepEqual(found(stores(imported), '#Store', '#AsyncStore'), []);
  const named = "/** @throws {import('./errors').Missing} when … */";
  assert.deepEqual(found(stores(named), '#Store', '#AsyncStore'), []);
  assert.deepEqual(found(stores("/** @throws {import('./errors').Gone} */"), '#Store', '#AsyncStore'), [
    'throws-mismatch get',
  ]);
});
