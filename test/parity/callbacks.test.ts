import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './found-in-declarations.ts';

describe('a callback that reports an outcome', () => {
  test('may stand before one that hears of progress', () => {
    const hash = (result: string) => `
      export function hashSync(text: string): string;
      export function hash(text: string): Promise<${result}>;
      export function hash(text: string, callback?: (error: Error | null, hash?: string) => void, progress?: (share: number) => void): void;`;
    assert.deepEqual(found(hash('string'), '#*Sync', '#*'), []);
    assert.deepEqual(found(hash('number'), '#*Sync', '#*'), ['result-mismatch hash']);
  });

  test('gives one by one what the sync side gives in an object', () => {
    const file = (name: string) => `
      interface File { name: string; fd: number; close: () => void }
      export function openSync(options: { detached: true }): Omit<File, 'fd'>;
      export function openSync(options?: { mode?: number }): File;
      export function open(options: { detached: true }, done: (error: Error | null, name: string, fd: undefined, close: () => void) => void): void;
      export function open(options: { mode?: number }, done: (error: Error | null, name: ${name}, fd: number, close: () => void) => void): void;
      export function open(done: (error: Error | null, name: ${name}, fd: number, close: () => void) => void): void;`;
    assert.deepEqual(found(file('string'), '#*Sync', '#*'), []);
    assert.deepEqual(found(file('number'), '#*Sync', '#*'), ['result-mismatch open']);
  });

  test('is what the options of the async side take where those of the sync side take a function', () => {
    const options = (content: string) => `
      interface Options { folder?: string }
      interface SyncOptions extends Options { isFile?: (path: string) => boolean; readFileSync?: (path: string) => string | Uint8Array }
      interface AsyncOptions extends Options {
        isFile?: (path: string, done: (error: Error | null, isFile?: boolean) => void) => void;
        readFile?: (path: string, done: (error: Error | null, content?: ${content}) => void) => void;
      }
      export function resolveSync(id: string, options?: SyncOptions): string;
      export function resolve(id: string, done: (error: Error | null, path?: string) => void): void;
      export function resolve(id: string, options: AsyncOptions, done: (error: Error | null, path?: string) => void): void;`;
    assert.deepEqual(found(options('string | Uint8Array'), '#*Sync', '#*'), []);
    assert.deepEqual(found(options('number'), '#*Sync', '#*'), ['parameter-type resolve']);
  });

  test('is known by its name alone where JavaScript gives it no type', () => {
    const read = (name: string) => `
      export function readSync(path: any): any;
      export function read(path: any, ${name}: any): void;`;
    assert.deepEqual(found(read('cb'), '#*Sync', '#*'), []);
    assert.ok(found(read('mode'), '#*Sync', '#*').includes('parameter-count read'));
  });

  test('may say that it is given anything', () => {
    const write = (name: string) => `
      export function writeSync(text: string): number;
      export function write(text: string, ${name}: (...args: any[]) => void): any;`;
    assert.deepEqual(found(write('callback'), '#*Sync', '#*'), ['any-hides-drift write']);
    assert.ok(found(write('each'), '#*Sync', '#*').includes('parameter-count write'));
  });

  test('may wait for a type parameter, and so may the promise', () => {
    const pipe = (value: string) => `
      interface Sink { write(): void }
      type Callback<T> = T extends Sink ? (error: Error | null, value: boolean) => void : (error: Error | null, value: boolean) => void;
      type Promised<T> = T extends Sink ? Promise<${value}> : Promise<${value}>;
      export interface Pipe { pipe<T>(to: T, callback: Callback<T>): void }
      export interface AsyncPipe { pipe<T>(to: T): Promised<T> }`;
    assert.deepEqual(found(pipe('boolean'), '#Pipe', '#AsyncPipe'), []);
    assert.deepEqual(found(pipe('string'), '#Pipe', '#AsyncPipe'), ['result-mismatch pipe']);
  });
});

describe('a callback of the async side', () => {
  const find = (parameters: string, answer: string): string => `
    export function findSync<T>(items: T[], isIt: (item: T, index: number) => boolean): T;
    export function find<T>(items: T[], isIt: (${parameters}) => ${answer}): Promise<T>;`;

  test('may be told besides that its answer is no longer wanted', () => {
    const signal = 'item: T, index: number, signal?: AbortSignal';
    const declared = (parameters: string) =>
      `interface AbortSignal { readonly aborted: boolean }${find(parameters, 'boolean | Promise<boolean>')}`;
    assert.deepEqual(found(declared(signal), '#*Sync', '#*'), []);
    assert.deepEqual(found(declared(`${signal} | null`), '#*Sync', '#*'), []);
    assert.deepEqual(found(declared('item: T, signal?: AbortSignal'), '#*Sync', '#*'), [
      'parameter-type find',
    ]);
    assert.deepEqual(found(declared('item: T, index: number, last?: boolean'), '#*Sync', '#*'), [
      'parameter-type find',
    ]);
  });
});

test('a method that takes a listener is no half without the other', () => {
  const store = (name: string): string => `
    export interface Store { getSync(): number; get(): Promise<number>; ${name}(event: 'commit', callback: (event: any) => void): void }`;
  assert.deepEqual(found(store('on'), '#Store.*Sync', '#Store.*'), []);
  assert.deepEqual(found(store('removeListener'), '#Store.*Sync', '#Store.*'), []);
  assert.deepEqual(found(store('load'), '#Store.*Sync', '#Store.*'), ['uncontracted-member load']);
});

test('what a class needs to be awaited as a whole is no member that the sync side lacks', () => {
  const results = (more: string): string => `
    export class Result<T> { map(): Result<T> }
    export class AsyncResult<T> implements PromiseLike<T> {
      map(): AsyncResult<T>;
      then<A, B>(done?: ((value: T) => A) | null, failed?: ((reason: unknown) => B) | null): PromiseLike<A | B>;
      catch(): void;${more}
    }`;
  assert.deepEqual(found(results(''), '#Result', '#AsyncResult'), []);
  assert.deepEqual(found(results('static then(): void; cancel(): void;'), '#Result', '#AsyncResult'), [
    'uncontracted-member then',
    'uncontracted-member cancel',
  ]);
  const [sync, async] = ['#Result', '#AsyncResult'];
  const blocking =
    'export class Result { a(): void; then(): void } export class AsyncResult { a(): Promise<void> }';
  assert.deepEqual(found(blocking, sync, async), ['missing-member then']);
});
