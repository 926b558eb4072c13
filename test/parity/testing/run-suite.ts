import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const HEAD = `
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { forEachSide } from '${pathToFileURL(join(ROOT, 'parity', 'testing', 'index.ts')).href}';

const sides = () => {
class Store {
  items = new Map();
  listeners = [];
  get size() { return this.items.size; }
  set(key, value) {
    if (key === '') throw new RangeError('Store: a key is not empty');
    this.items.set(key, value);
    for (const listener of this.listeners) listener(key);
    return value;
  }
  get(key) { return this.items.get(key); }
  on(listener) { this.listeners.push(listener); }
  *keys() { yield* this.items.keys(); }
  static open() { return new Store(); }
}
class AsyncStore {
  store = new Store();
  get size() { return this.store.size; }
  async set(key, value) {
    if (key === '') throw new RangeError('AsyncStore: a key is not empty');
    return this.store.set(key, value);
  }
  async get(key) { return this.store.get(key); }
  on(listener) { this.store.on(listener); }
  async *keys() { yield* this.store.keys(); }
  static async open() { return new AsyncStore(); }
}
return { Store, AsyncStore };
};
`;

/** What running a suite gave. */
export interface SuiteRun {
  /** Whether every test passed. */
  readonly passed: boolean;
  /** The tests that failed, in the order of the suite. */
  readonly failed: readonly string[];
  /** What the runner printed of it. */
  readonly text: string;
}

/** A suite for a store and its async twin. */
export interface SuiteSource {
  readonly name: string;
  /** The members in which the async class drifts from the sync one, as class members. */
  readonly drift?: string | undefined;
  readonly body: string;
}

const suiteText = ({ name, drift, body }: SuiteSource): string => `
describe(${JSON.stringify(name)}, () => {
  const { Store, AsyncStore } = sides();
  ${drift === undefined ? '' : `class Twin extends AsyncStore { ${drift} }`}
  const kits = [{ id: 'sync', Store }, { id: 'async', Store: ${drift === undefined ? 'AsyncStore' : 'Twin'} }];
  ${body}
});
`;

/** What a TAP text says of each outer test, by its name. */
const byOuterTest = (tap: string): ReadonlyMap<string, SuiteRun> =>
  new Map(
    tap.split(/^# Subtest: /m).map((text) => {
      const failed = [...text.matchAll(/^ {4}not ok \d+ - (.+)$/gm)].map(([, test = '']) => test);
      return [text.split('\n')[0] ?? '', { passed: /^ok /m.test(text), failed, text }];
    }),
  );

/** Runs suites in a process of their own, as a user's runner does, and gives what each gave. */
export const runSuites = (suites: readonly SuiteSource[], side = ''): ReadonlyMap<string, SuiteRun> => {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-suite-'));
  const file = join(folder, 'store.test.mjs');
  writeFileSync(file, HEAD + suites.map(suiteText).join(''));
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=tap', file], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...env, LOCKSTEP_SIDE: side },
  });
  rmSync(folder, { recursive: true, force: true });
  return byOuterTest(stdout);
};
