import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { said } from './found-in-declarations.ts';

/** A module whose two halves each have a type of one name, as those of two files have. */
const halves = (sync: string, async: string): string => `
  interface Common { readonly limit?: number }
  declare namespace blocking { interface Options<T> extends Common { ${sync} } }
  declare namespace concurrent { interface Options<T> extends Common { ${async} } }
  export function findSync<T>(items: T[], options?: blocking.Options<T>): T;
  export function find<U>(items: U[], options?: concurrent.Options<U>): Promise<U>;`;

const sentence = (sync: string, async: string): readonly string[] =>
  said(halves(sync, async), '#*Sync', '#*');

describe('where two types of one name differ', () => {
  test('is said by the property, with both types', () => {
    assert.deepEqual(sentence('by?: (item: T) => number', 'by?: (item: T) => string'), [
      "'find': 'options' takes Options<U> | undefined on the async side and Options<T> | undefined on the sync side: 'by' is ((item: U) => string) | undefined there and ((item: T) => number) | undefined on the sync side. Change 'by' in the type of 'options' to ((item: T) => number) | undefined.",
    ]);
  });

  test('is said however far inside, and not of what stands for the same type parameter', () => {
    const deep = (type: string): string => `first: T; retry: { readonly delay: ${type}; readonly of: T }`;
    const [message] = sentence(deep('number'), deep('string'));
    assert.match(
      message ?? '',
      /: 'retry\.delay' is string there and number on the sync side\. Change 'retry\.delay' /,
    );
  });

  test('is said of a property that one side alone has', () => {
    assert.match(
      sentence('must: boolean', '')[0] ?? '',
      /: 'must' is missing on the async side\. Add 'must' to the type of 'options'\.$/,
    );
    assert.match(
      sentence('', 'must: boolean')[0] ?? '',
      /: 'must' is there on the async side alone\. Remove 'must' from the type of 'options', or add it to the sync side\.$/,
    );
  });

  test('is said of a result and of a property', () => {
    const classes = (age: string): string => `
      declare namespace data { interface Row { name: string; age: ${age} } }
      interface Row { name: string; age: number }
      export class Store { last: Row; read(): Row }
      export class AsyncStore { last: data.Row; read(): Promise<data.Row> }`;
    assert.deepEqual(said(classes('number'), '#Store', '#AsyncStore'), []);
    assert.deepEqual(said(classes('string'), '#Store', '#AsyncStore'), [
      "'last' is Row on the async side and Row on the sync side: 'age' is string there and number on the sync side. Change 'age' in its type to number.",
      "'read' gives Promise<Row> on the async side, where the sync side gives Row: 'age' is string there and number on the sync side. Change 'age' in the result to number.",
    ]);
  });

  test('is left to the types where they say it themselves', () => {
    const lists = (item: string): string => `
      export function readSync(map: Map<string, number>, list: number[]): number;
      export function read(map: Map<string, ${item}>, list: ${item}[]): Promise<number>;`;
    assert.deepEqual(said(lists('string'), '#*Sync', '#*'), [
      "'read': 'map' takes Map<string, string> on the async side and Map<string, number> on the sync side; 'list' takes string[] on the async side and number[] on the sync side. Change the type of 'map' to Map<string, number>; Change the type of 'list' to number[].",
    ]);
  });

  test('is mended by the asynchronous form where there is one', () => {
    const factories = (get: string): string => `
      export function createSync(): { get(key: string): number; close(): void };
      export function create(): { get(key: string): ${get}; close(): Promise<void> };`;
    assert.deepEqual(said(factories('Promise<number>'), '#*Sync', '#*'), []);
    assert.match(
      said(factories('Promise<string>'), '#*Sync', '#*')[0] ?? '',
      /gives \{ get.*: 'get' is .* Change 'get' in the result to the asynchronous form of \(key: string\) => number\.$/,
    );
  });

  test('ends in a type that leads back to itself', () => {
    const trees = (value: string): string => `
      declare namespace other { interface Tree { next: Tree; value: ${value} } }
      interface Tree { next: Tree; value: number }
      export function walkSync(tree: Tree): number;
      export function walk(tree: other.Tree): Promise<number>;`;
    const [message] = said(trees('string'), '#*Sync', '#*');
    assert.match(message ?? '', /: 'value' is string there and number on the sync side\./);
  });
});
