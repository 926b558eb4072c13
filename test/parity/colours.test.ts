import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './found-in-declarations.ts';

describe('callbacks beside promises', () => {
  const callbacks = (result: string) => `
    export interface Connection {
      ping(callback?: (error: Error | null) => void): void;
      query(sql: string, callback: (error: Error | null, rows: string[], fields: number) => void): void;
      find(name: string, options: object, callback: (error: Error | null, id: number) => void): void;
      find(name: string, callback: (error: Error | null, id: number) => void): void;
      end(callback?: (error: Error | null, ...rest: any[]) => void): void;
      escape(text: string): string;
    }
    export interface AsyncConnection {
      ping(): Promise<void>;
      query(sql: string): Promise<[rows: string[], fields: number]>;
      find(name: string, options?: object): Promise<${result}>;
      end(): Promise<void>;
      escape(text: string): string;
    }`;

  test('are one API in two colours', () => {
    assert.deepEqual(found(callbacks('number'), '#Connection', '#AsyncConnection'), []);
  });

  test('drift where the promise gives something else', () => {
    assert.deepEqual(found(callbacks('string'), '#Connection', '#AsyncConnection'), ['result-mismatch find']);
  });

  test('what an async class inherits from a class with callbacks does not block', () => {
    const classes = `
      export class Line { ask(text: string, callback: (answer: string) => void): void; close(): void; }
      export class AsyncLine extends Line { ask(text: string): Promise<string>; }`;
    assert.deepEqual(found(classes, '#Line', '#AsyncLine'), []);
  });
});

describe('a result that lost its promise in a declaration file', () => {
  const files = (result: string) => `
    export function readSync(path: string): string;
    export function read(path: string): Promise<string>;
    export function writeSync(path: string): number;
    export function write(path: string): Promise<number>;
    export function sizeSync(path: string): number;
    export function size(path: string): ${result};`;

  test('is reported where names mark the colours of the pair', () => {
    assert.deepEqual(found(files('number'), '#*Sync', '#*'), ['not-awaitable size']);
    assert.deepEqual(found(files('Promise<number>'), '#*Sync', '#*'), []);
  });

  test('is none where it answers what is there to be used', () => {
    const question = (parameter: string) =>
      `${files('Promise<number>')}
       export function useNativeSync(${parameter}): boolean; export function useNative(${parameter}): boolean;`;
    assert.deepEqual(found(question('options?: object'), '#*Sync', '#*'), []);
    assert.deepEqual(found(question('path: string'), '#*Sync', '#*'), ['not-awaitable useNative']);
  });

  test('is none where names mark functions that promise nothing', () => {
    const pure = 'export function isSync(): boolean; export function is(): boolean;';
    assert.deepEqual(found(pure, '#*Sync', '#*'), []);
  });

  test('is none where a stream is given', () => {
    const streams = `${files('Promise<number>')} export class Stream { pipe(): void }
      export function openSync(): Stream; export function open(): Stream;`;
    assert.deepEqual(found(streams, '#*Sync', '#*'), []);
  });
});

describe('one thing in two spellings', () => {
  test('`(path)` and `(path, options)` beside `(path, options?)`', () => {
    const primes = `
      export function primeSync(size: number): string;
      export function primeSync(size: number, options: object): string;
      export function prime(size: number, options?: object): Promise<string>;`;
    assert.deepEqual(found(primes, '#*Sync', '#*'), []);
    const retyped = primes.replace('options?: object', 'options?: string');
    assert.notDeepEqual(found(retyped, '#*Sync', '#*'), []);
  });

  test('what gives `T | Promise<T>` beside what gives `Promise<T>`', () => {
    const parsers = (result: string) => `
      export interface Parser { parse(): string | Promise<string> }
      export interface AsyncParser { parse(): Promise<${result}> }`;
    assert.deepEqual(found(parsers('string'), '#Parser', '#AsyncParser'), []);
    assert.deepEqual(found(parsers('number'), '#Parser', '#AsyncParser'), ['result-mismatch parse']);
  });

  test('records by their entries, of which one may promise', () => {
    const loaders = (result: string) => `
      export type Loader = (text: string) => string;
      export interface Options { loaders: Record<string, Loader> }
      export interface AsyncOptions { loaders: Record<string, Loader | ((text: string) => Promise<${result}>)> }`;
    assert.deepEqual(found(loaders('string'), '#Options', '#AsyncOptions'), []);
    assert.deepEqual(found(loaders('number'), '#Options', '#AsyncOptions'), ['property-type loaders']);
  });

  test('what waits for the type parameters that two functions have of their own', () => {
    const functions = (key: string) => `
      type Deep<T, K extends keyof T> = T[K] extends object ? { [P in keyof T[K]]: Deep<T[K], P> } : T[K];
      export function pickSync<T, K extends keyof T>(value: T, key: K): Deep<T, K>;
      export function pick<S, L extends keyof S>(value: S, key: L): Promise<Awaited<Deep<S, ${key}>>>;`;
    assert.deepEqual(found(functions('L'), '#*Sync', '#*'), []);
    assert.deepEqual(found(functions('keyof S'), '#*Sync', '#*'), ['result-mismatch pick']);
  });

  test('a function in what a module hands out is one that its user gave', () => {
    const checks = (result: string) => `
      export interface Check { readonly requirement: (input: string) => boolean; kind(): string }
      export interface CheckAsync { readonly requirement: (input: string) => ${result}; kind(): string }
      export function check(): Check; export function checkAsync(): CheckAsync;`;
    assert.deepEqual(found(checks('boolean | Promise<boolean>'), '#*', '#*Async'), []);
    assert.deepEqual(found(checks('string'), '#*', '#*Async'), ['not-awaitable Check.requirement']);
  });

  test('members that are named for their colour alone', () => {
    const glob = `export function sync(pattern: string): string[]; export function async(pattern: string): Promise<string[]>;
      export function listSync(): string; export function list(): Promise<string>;`;
    assert.deepEqual(found(glob, '#*Sync', '#*'), []);
    assert.deepEqual(
      found(glob.replace('async(pattern: string)', 'async(pattern: number)'), '#*Sync', '#*'),
      ['parameter-type async'],
    );
  });
});

describe('what one side alone has', () => {
  test('is no drift where it only describes data; methods are', () => {
    const types = (member: string) => `
      export namespace one { interface Options { ${member} } function run(): void; }
      export namespace two { function run(): Promise<void>; }`;
    assert.deepEqual(found(types('depth: number'), '#one', '#two'), []);
    assert.deepEqual(found(types('open(): void'), '#one', '#two'), ['missing-member Options']);
  });

  test('is no drift where it says what a value of the other side is', () => {
    const inspector = (type: string) => `
      export namespace one { interface Out { log(text: string): void } const out: Out; function run(): void; }
      export namespace two { const out: ${type}; function run(): Promise<void>; }`;
    assert.deepEqual(found(inspector('one.Out'), '#one', '#two'), []);
    assert.deepEqual(found(inspector('{ log(text: string): void }'), '#one', '#two'), ['missing-member Out']);
  });

  test('is no drift where it is the other side itself', () => {
    const nested = `export namespace one { function run(): void; export import promises = two; }
      export namespace two { function run(): Promise<void>; }`;
    assert.deepEqual(found(nested, '#one', '#two'), []);
  });
});

test('a module that is a class is compared by its instances; what leads to the other side is no drift', () => {
  const zip = (size: string) => `
    declare class Zip { size: number; close(): void; promise(): Zip.AsyncZip; static async: typeof Zip.AsyncZip }
    declare namespace Zip { class AsyncZip { size: ${size}; close(): Promise<void> } }
    export = Zip;`;
  assert.deepEqual(found(zip('Promise<number>'), '', '#AsyncZip'), []);
  assert.deepEqual(found(zip('string'), '', '#AsyncZip'), ['property-type size']);
});

test('beside a module that only exports, a module that is a class is what it exports itself', () => {
  const stream = (result: string) => `
    declare class Base { on(): void; static once(): void }
    declare class Stream extends Base { pipe(): void }
    declare namespace Stream {
      function finished(name: string, callback: (error: Error | null) => void): void;
      class Readable { read(): string }
      namespace promises { function finished(name: string): ${result}; }
    }
    export = Stream;`;
  assert.deepEqual(found(stream('Promise<void>'), '', '#promises'), ['missing-member Readable']);
  assert.deepEqual(found(stream('Promise<number>'), '', '#promises').toSorted(), [
    'missing-member Readable',
    'result-mismatch finished',
  ]);
});

test('a module that is a function is compared with a function that it holds', () => {
  const which = (type: string) =>
    `declare function which(name: ${type}): Promise<string>;
     declare namespace which { function sync(name: string): string; }
     export = which;`;
  assert.deepEqual(found(which('string'), '#sync', ''), []);
  assert.equal(found(which('number'), '#sync', '').length, 1);
});

test('a module that is an object is compared by what the object holds, beside the types that it exports', () => {
  const findUp = (type: string) =>
    `declare namespace findUp { interface Options { cwd?: string } }
     declare const findUp: {
       sync: { (name: string, options?: findUp.Options): string | undefined; exists: (path: string) => boolean };
       exists: (path: string) => Promise<boolean>;
       (name: ${type}, options?: findUp.Options): Promise<string | undefined>;
     };
     export = findUp;`;
  assert.deepEqual(found(findUp('string'), '#sync', ''), []);
  assert.deepEqual(
    found(
      findUp('string[]').replace('exists: (path: string) => Promise', 'exists: (path: number) => Promise'),
      '#sync',
      '',
    ).map((each) => each.split(' ')[0]),
    ['parameter-type', 'parameter-type'],
  );
});

test('a constant that is a class is that class', () => {
  const classes = (size: string) => `
    declare class Inner { read(): string } declare class AsyncInner { read(): Promise<string>; size: ${size} }
    export declare const AsyncStore: typeof AsyncInner;
    export declare const held: { Store: typeof Inner };`;
  assert.deepEqual(found(classes('number'), '#held.Store', '#AsyncStore'), ['uncontracted-member size']);
});

test('what no caller sees is a matter of each side', () => {
  const classes = (modifier: string) => `
    export class Store { private db: string; ${modifier} pool: string; protected open(path: string): void; get(): string }
    export class AsyncStore { private db: number; ${modifier} pool: number; protected open(url: URL): Promise<number>; get(): Promise<string> }`;
  assert.deepEqual(found(classes('protected'), '#Store', '#AsyncStore'), []);
  assert.deepEqual(found(classes('public'), '#Store', '#AsyncStore'), ['property-type pool']);
});

test('a function whose name tells its colour is looked into where it can be called in one way', () => {
  const visitors = (key: string, overload = '') => `
    type Visit = (key: string) => void; type AsyncVisit = (key: ${key}) => Promise<void>;
    interface Load { (id: string): string } interface LoadAsync { (id: string): Promise<string> | string; ${overload} }
    export class Store { walk(visit: Visit): void; use(load: Load): void }
    export class AsyncStore { walk(visit: AsyncVisit): Promise<void>; use(load: LoadAsync): Promise<void> }`;
  assert.deepEqual(found(visitors('string'), '#Store', '#AsyncStore'), []);
  assert.deepEqual(found(visitors('string', '(id: number): string'), '#Store', '#AsyncStore'), []);
  assert.deepEqual(found(visitors('number'), '#Store', '#AsyncStore'), ['parameter-type walk']);
});

test('two things of one name that have little in common are not one thing in two colours', () => {
  const files = (members: string) => `
    export namespace one { interface File { name: string; fd: number; remove(): void } }
    export namespace two { interface File { ${members} } }
    export function openSync(path: string): one.File;
    export function open(path: string): Promise<two.File>;`;
  assert.deepEqual(found(files('name: string; fd: number; remove(): Promise<void>'), '#*Sync', '#*'), []);
  assert.deepEqual(found(files('path: string; fd: number; cleanup(): Promise<void>'), '#*Sync', '#*'), [
    'result-mismatch open',
  ]);
});
