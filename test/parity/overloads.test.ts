import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './found-in-declarations.ts';

describe('overloads of which none answers any of the other side', () => {
  test('are one drift where the async side hands out a process', () => {
    const spawn = (result: string) => `
      interface Ended { status: number } interface Running { kill(): void }
      export function spawnSync(command: string): Ended;
      export function spawnSync(command: string, args: string[]): Ended;
      export function spawnSync(command: string, args: string[], options: { input: string }): Ended;
      export function spawn(command: string, options: { detached: boolean }): ${result};
      export function spawn(command: string, args: string[], options: { shell: boolean }): ${result};`;
    assert.deepEqual(found(spawn('Running'), '#*Sync', '#*'), ['not-awaitable spawn']);
    assert.ok(found(spawn('Promise<Ended>'), '#*Sync', '#*').includes('lost-overload spawn'));
  });

  test('are one drift where a callback comes first on one side', () => {
    const timers = `
      interface Timer { ref(): void }
      export namespace one {
        function after(callback: () => void): Timer;
        function after<Args extends unknown[]>(callback: (...args: Args) => void, delay?: number, ...args: Args): Timer;
      }
      export namespace two { function after<T = void>(delay?: number, value?: T, options?: { ref: boolean }): Promise<T>; }`;
    assert.deepEqual(found(timers, '#one', '#two'), ['result-mismatch after']);
  });

  test('are compared in full where they begin alike', () => {
    const read = `
      export function readSync(fd: number): number;
      export function readSync(fd: number, size: number): number;
      export function read(fd: number, size: string): Promise<{ count: number }>;`;
    assert.deepEqual(found(read, '#*Sync', '#*').toSorted(), [
      'lost-overload read',
      'parameter-type read',
      'result-mismatch read',
    ]);
  });
});

test('what stays alone is the overload whose calls the other side takes anyway', () => {
  const inflate = `
    export function inflateSync(data: string): string;
    export function inflateSync<T extends string = string>(data: string, options?: { level?: number; out?: T }): T;
    export function inflate(data: string, options?: { level?: number; size?: number }): Promise<string>;`;
  assert.deepEqual(found(inflate, '#*Sync', '#*').toSorted(), [
    'ignored-option inflate',
    'ignored-option inflate',
    'lost-generic inflate',
  ]);
});

describe('names that mark some halves only', () => {
  const parser = (half: string, result = 'string') => `
    export function parseSync(text: string): string;
    export function parse(text: string, callback: (error: Error | null, result: string) => void): void;
    export function parseAsync(text: string): Promise<string>;
    export function load(path: string): ${half};
    export function loadAsync(path: string): Promise<${result}>;`;

  test('a further form of what is paired already is no drift', () => {
    assert.deepEqual(found(parser('string'), '#*Sync', '#*'), []);
    assert.deepEqual(found(parser('string'), '#*Sync', '#*Async'), []);
  });

  test('what answers at once is the other half of what is marked', () => {
    assert.deepEqual(found(parser('string', 'number'), '#*Sync', '#*Async'), ['result-mismatch load']);
    assert.deepEqual(found(parser('Promise<string>'), '#*Sync', '#*Async'), ['uncontracted-member load']);
  });

  test('a question about colour is no half of anything', () => {
    const schema = `export interface Schema { validate(): string; validateAsync(): Promise<string>; isAsync(): boolean }`;
    assert.deepEqual(found(schema, '#Schema', '#Schema.*Async'), []);
  });
});

test('what two classes inherit from two that drift is reported on those alone', () => {
  const stores = (own: string) => `
    export namespace one {
      interface Store { get(key: string): string; close(): void }
      interface Pool extends Store { take(): Store }
    }
    export namespace two {
      interface Store { get(key: number): Promise<string> }
      interface Pool extends Store { take(): Promise<Store>; ${own} }
    }`;
  assert.deepEqual(found(stores(''), '#one', '#two').toSorted(), [
    'missing-member Store.close',
    'parameter-type Store.get',
  ]);
  assert.deepEqual(found(stores('get(key: boolean): Promise<string>'), '#one', '#two').toSorted(), [
    'missing-member Store.close',
    'parameter-type Pool.get',
    'parameter-type Store.get',
  ]);
});
