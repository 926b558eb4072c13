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

test('an overload whose calls another one takes is not held against what takes something else', () => {
  const parse = (input: string) => `
    export function parseSync(input: string, options: { depth: number }): string[];
    export function parseSync(input: string): string[];
    export function parse(input: string, options: { depth: number }, callback?: (error: Error | null, rows: string[]) => void): void;
    export function parse(input: ${input}, callback?: (error: Error | null, rows: string[]) => void): void;
    export function parse(options: { depth: number }, callback?: (error: Error | null, rows: string[]) => void): void;`;
  assert.deepEqual(found(parse('string'), '#*Sync', '#*'), ['lost-overload parse']);
  assert.ok(found(parse('number'), '#*Sync', '#*').length > 0);
});

test('what a lost overload takes is no lost parameter of another', () => {
  const stat = (parameter: string) => `
    export function statSync(path: string): { size: number };
    export function statSync(path: string, options: { big: true }): { size: bigint };
    export function stat(path: string, ${parameter}: { big?: boolean }): Promise<{ size: number | bigint }>;`;
  assert.deepEqual(found(stat('options?'), '#*Sync', '#*').toSorted(), [
    'lost-overload stat',
    'result-mismatch stat',
  ]);
  assert.ok(found(stat('flags?'), '#*Sync', '#*').includes('parameter-count stat'));
});

test('an overload may be left out of by one that takes more', () => {
  const write = (rest: string) => `
    export function writeSync(path: string, options?: { flag: string }): number;
    export function write(path: string, ${rest}): Promise<number>;
    export function write(path: string, options: { flag: string }): Promise<number>;`;
  assert.deepEqual(found(write('offset?: number'), '#*Sync', '#*'), ['lost-overload write']);
  assert.ok(found(write('offset: number'), '#*Sync', '#*').includes('parameter-optionality write'));
});

test('beside a lost type parameter, what does not use it is reported', () => {
  const read = (size: string) => `
    export function readSync<T>(into: T, size: number): T;
    export function read(into: object, size: ${size}): Promise<object>;`;
  assert.deepEqual(found(read('number'), '#*Sync', '#*'), ['lost-generic read']);
  assert.deepEqual(found(read('string'), '#*Sync', '#*').toSorted(), [
    'lost-generic read',
    'parameter-type read',
  ]);
});

describe('overloads in another order', () => {
  const list = (first: string, second: string, result: string) => `
    export function listSync(options: ${first}): number[];
    export function listSync(options: ${second}): ${result}[];
    export function list(options: ${second}): Promise<${result}[]>;
    export function list(options: ${first}): Promise<number[]>;`;
  const order = (first: string, second: string, result = 'string') =>
    found(list(first, second, result), '#*Sync', '#*');

  test('drift where a call fits both', () => {
    assert.deepEqual(order('{ full?: boolean }', '{ depth?: number }'), ['overload-order list']);
    assert.deepEqual(order("'id'", 'string'), ['overload-order list']);
    assert.deepEqual(order('{ full: true }', '{ full?: boolean }'), ['overload-order list']);
  });

  test('are none where no call fits both, or both give the same', () => {
    assert.deepEqual(order('{ full: true }', '{ full?: false }'), []);
    assert.deepEqual(order('string', 'number'), []);
    assert.deepEqual(order("'a' | 'b'", "'c' | { name: string }"), []);
    assert.deepEqual(order('{ full?: boolean }', '{ depth?: number }', 'number'), []);
  });

  test('are none where one takes more than the other may be given', () => {
    const open = (path: string) => `
      export function openSync(path: string): string;
      export function openSync(path: string, mode: number): number;
      export function open(path: string, mode: number): Promise<number>;
      export function open(path: string${path}): Promise<string>;`;
    assert.deepEqual(found(open(''), '#*Sync', '#*'), []);
    assert.notDeepEqual(found(open(', mode?: number'), '#*Sync', '#*'), []);
  });
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

  test('a mark within a name, or on a symbol, is one as well', () => {
    const walker = (result: string) => `export interface Walker {
      readSync(path: string): string; read(path: string): Promise<string>;
      initWalker(): number; initAsyncWalker(): Promise<${result}>;
      [Symbol.iterator](): Iterator<number>; [Symbol.asyncIterator](): AsyncIterator<${result}> }`;
    assert.deepEqual(found(walker('number'), '#Walker.*Sync', '#Walker.*'), []);
    assert.deepEqual(found(walker('string'), '#Walker.*Sync', '#Walker.*').toSorted(), [
      'result-mismatch [Symbol.asyncIterator]',
      'result-mismatch initAsyncWalker',
    ]);
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
