import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverPairs, type ExportKind, type ModuleExports } from '../../parity/discover-pairs.ts';

const module = (file: string, kind: ExportKind, ...names: readonly string[]): ModuleExports => ({
  file,
  exports: new Map(names.map((name) => [name, kind] as const)),
});

const found = (...modules: readonly ModuleExports[]): readonly string[] =>
  discoverPairs(modules).map(({ name, sync, async }) => `${name}: ${sync} | ${async}`);

const withMethods = (file: string, name: string, ...methods: readonly string[]): ModuleExports => ({
  ...module(file, 'class', name),
  methods: new Map([[name, methods]]),
});

const CONVENTIONS: Readonly<Record<string, readonly [readonly ModuleExports[], readonly string[]]>> = {
  'X and AsyncX in one file': [
    [module('src/a.ts', 'class', 'Store', 'AsyncStore')],
    ['Store: ./src/a.ts#Store | ./src/a.ts#AsyncStore'],
  ],
  'X and AsyncX in two files': [
    [module('src/async-store.ts', 'class', 'AsyncStore'), module('src/store.ts', 'class', 'Store')],
    ['Store: ./src/store.ts#Store | ./src/async-store.ts#AsyncStore'],
  ],
  'X and XAsync': [
    [module('a.ts', 'interface', 'Store', 'StoreAsync')],
    ['Store: ./a.ts#Store | ./a.ts#StoreAsync'],
  ],
  'XSync and X': [
    [module('a.ts', 'object', 'StoreSync', 'Store')],
    ['Store: ./a.ts#StoreSync | ./a.ts#Store'],
  ],
  'SyncX and AsyncX': [
    [module('a.ts', 'class', 'SyncStore', 'AsyncStore')],
    ['Store: ./a.ts#SyncStore | ./a.ts#AsyncStore'],
  ],
  'xSync and x, functions': [
    [module('src/io.ts', 'function', 'readSync', 'read')],
    ['io: ./src/io.ts#*Sync | ./src/io.ts#*'],
  ],
  'x and xAsync, functions': [
    [module('src/io.ts', 'function', 'read', 'readAsync')],
    ['io: ./src/io.ts#* | ./src/io.ts#*Async'],
  ],
  'xSync and xAsync, functions': [
    [module('src/io.ts', 'function', 'readSync', 'readAsync', 'size')],
    ['io: ./src/io.ts#*Sync | ./src/io.ts#*Async'],
  ],
  'readSync and readAsync in one class': [
    [withMethods('src/a.ts', 'Store', 'readSync', 'readAsync')],
    ['Store: ./src/a.ts#Store.*Sync | ./src/a.ts#Store.*Async'],
  ],
  'readSync and read in one class': [
    [withMethods('src/a.ts', 'Store', 'readSync', 'read', 'root')],
    ['Store: ./src/a.ts#Store.*Sync | ./src/a.ts#Store.*'],
  ],
  'read and readAsync in one class': [
    [withMethods('src/a.ts', 'Store', 'read', 'readAsync')],
    ['Store: ./src/a.ts#Store.* | ./src/a.ts#Store.*Async'],
  ],
  'm and m/promises': [
    [module('src/io.ts', 'function', 'read'), module('src/io/promises.ts', 'function', 'read')],
    ['io: ./src/io.ts#* | ./src/io/promises.ts#*'],
  ],
  'm with xSync and m/promises with x': [
    [module('src/io/index.ts', 'function', 'readSync'), module('src/io/promises.ts', 'function', 'read')],
    ['io: ./src/io/index.ts#*Sync | ./src/io/promises.ts#*'],
  ],
  'sync and async folders, functions': [
    [module('src/sync/io.ts', 'function', 'read'), module('src/async/io.ts', 'function', 'read')],
    ['io: ./src/sync/io.ts#* | ./src/async/io.ts#*'],
  ],
  'sync and async folders, classes of one name': [
    [module('src/sync/store.ts', 'class', 'Store'), module('src/async/store.ts', 'class', 'Store')],
    ['Store: ./src/sync/store.ts#Store | ./src/async/store.ts#Store'],
  ],
  'm-sync and m-async': [
    [module('io-sync.ts', 'function', 'read'), module('io-async.ts', 'function', 'read')],
    ['io: ./io-sync.ts#* | ./io-async.ts#*'],
  ],
};

for (const [name, [modules, pairs]] of Object.entries(CONVENTIONS)) {
  test(`finds ${name}, in whichever order the files come`, () => {
    assert.deepEqual(found(...modules), pairs);
    assert.deepEqual(found(...modules.toReversed()), pairs);
  });
}

test('a class is no pair of an interface or a function, nor of a name that only looks alike', () => {
  assert.deepEqual(found(module('a.ts', 'class', 'Store'), module('b.ts', 'interface', 'AsyncStore')), []);
  assert.deepEqual(found(module('a.ts', 'class', 'Store', 'Asynchronous', 'AsyncStorage')), []);
  assert.deepEqual(found(module('a.ts', 'function', 'read', 'resync', 'mainSync')), []);
});

test('of several twins the nearest file wins', () => {
  const pairs = found(
    module('a/async-store.ts', 'class', 'AsyncStore'),
    module('b/async-store.ts', 'class', 'AsyncStore'),
    module('b/store.ts', 'class', 'Store'),
  );
  assert.deepEqual(pairs, ['Store: ./b/store.ts#Store | ./b/async-store.ts#AsyncStore']);
});

test('pairs of one name get names that differ', () => {
  const pairs = found(
    module('a/io.ts', 'function', 'read', 'readSync'),
    module('b/io.ts', 'function', 'read', 'readSync'),
  );
  assert.deepEqual(pairs, ['io: ./a/io.ts#*Sync | ./a/io.ts#*', 'io-2: ./b/io.ts#*Sync | ./b/io.ts#*']);
});
