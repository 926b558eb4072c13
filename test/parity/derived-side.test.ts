import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './found-in-declarations.ts';

// As `@prettier/sync` derives its functions from those of `prettier`.
const derived = (rest: string): string => `
  export function format(source: string, options?: { width?: number }): Promise<string>;
  export function check(): Promise<boolean>;
  type Synchronous<F extends (...args: never) => unknown> = (...args: ${rest}) => Awaited<ReturnType<F>>;
  export const sync: { format: Synchronous<typeof format>; check: Synchronous<typeof check> };
  export const async: { format: typeof format; check: typeof check };`;

describe('a side that is derived from the other', () => {
  test('takes what a rest of known length stands for', () => {
    assert.deepEqual(found(derived('Parameters<F>'), '#sync', '#async'), []);
  });

  test('has drifted where that stands for something else', () => {
    assert.deepEqual(found(derived('[number, { width?: number }?]'), '#sync', '#async'), [
      'parameter-type format',
      'parameter-count check',
    ]);
    assert.deepEqual(found(derived('[]'), '#sync', '#async'), ['parameter-count format']);
  });

  test('keeps a rest whose length is open', () => {
    const open = (sync: string) => `
      export function logSync(...parts: [level: number, ...texts: ${sync}[]]): void;
      export function log(...parts: [level: number, ...texts: string[]]): Promise<void>;`;
    assert.deepEqual(found(open('string'), '#*Sync', '#*'), []);
    assert.deepEqual(found(open('symbol'), '#*Sync', '#*'), ['parameter-type log']);
  });

  test('may hold the very namespace that is a member of the other', () => {
    const tools = (held: string) => `
      export namespace tools { const size: number; }
      export function read(): Promise<string>;
      interface Sync { tools: ${held}; read: () => string }
      export const sync: Sync;`;
    const between = (held: string) =>
      found(tools(held), '#sync', '').filter((each) => !each.endsWith(' sync'));
    assert.deepEqual(between('typeof tools'), []);
    assert.deepEqual(between('{ size: string }'), ['kind-mismatch tools']);
  });

  test('lacks no interface, which only a module has', () => {
    const module = (declared: string) => `
      export ${declared} Printer { print(): string }
      export function read(): Promise<string>;
      export const sync: { read: () => string };`;
    const between = (declared: string) =>
      found(module(declared), '#sync', '').filter((each) => !each.endsWith(' sync'));
    assert.deepEqual(between('interface'), []);
    assert.deepEqual(between('class'), ['uncontracted-member Printer']);
  });
});

test('a result that is `any` on both sides hides drift, and may well be awaited', () => {
  const io = (result: string) => `
    export function readSync(): string;
    export function read(): Promise<string>;
    export function writeSync(): string;
    export function write(): Promise<string>;
    export function parseSync(): any;
    export function parse(): ${result};`;
  assert.deepEqual(found(io('any'), '#*Sync', '#*'), ['any-hides-drift parse']);
  assert.deepEqual(found(io('Promise<any>'), '#*Sync', '#*'), []);
});
