import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Files } from '../cli/project.ts';

const HARNESS = pathToFileURL(
  join(import.meta.dirname, '..', '..', '..', 'parity', 'testing', 'index.ts'),
).href;

const SYNC = `export class Store {
  readonly items = new Map<string, number>();

  get(key: string): number {
    return this.items.get(key) ?? 0;
  }

  add(key: string, by: number): number {
    if (by < 0) throw new RangeError('by is less than 0');
    const sum = this.get(key) + by;
    this.items.set(key, sum);
    return sum;
  }
}
`;

const ASYNC = `export class AsyncStore {
  readonly items = new Map<string, number>();

  async get(key: string): Promise<number> {
    return this.items.get(key) ?? 0;
  }

  async add(key: string, by: number): Promise<number> {
    if (by < 0) throw new RangeError('by is less than 0');
    const sum = (await this.get(key)) + by;
    this.items.set(key, sum);
    return sum;
  }
}
`;

const SHARED = `import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { forEachSide } from '${HARNESS}';
import { AsyncStore } from '../../src/async-store.ts';
import { Store } from '../../src/store.ts';

const kits = [{ id: 'sync', Store }, { id: 'async', Store: AsyncStore }] as const;

describe('adding', () => {
  forEachSide(kits, ({ id, Store }, test) => {
    test('adds', async () => {
      const store = new Store();
      await store.add('a', 1);
      assert.equal(await store.add('a', 2), 3);
    });
    test('refuses less than 0 by an error', async () => {
      await assert.rejects(async () => new Store().add('a', -1), RangeError);
    });
    // more
  });
});
`;

const config = (fields: string): string => `import { defineConfig } from 'lockstep/parity';

export default defineConfig({
  pairs: [{ name: 'Store', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' }],
  suites: [{ pair: 'Store', shared: ['test/shared'] }],
  ${fields}
});
`;

/** What differs from a project whose sides are tested equally. */
export interface StoreChange {
  /** Source of more tests in the suite. */
  readonly tests?: string;
  readonly config?: string;
  readonly async?: (source: string) => string;
  readonly files?: Files;
}

/** A project with a store, its async twin and a shared suite. */
export const storeProject = ({
  tests = '',
  config: fields = '',
  async,
  files = {},
}: StoreChange = {}): Files => ({
  'package.json': '{ "name": "store", "type": "module" }\n',
  'tsconfig.json':
    '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": ["node"], "allowImportingTsExtensions": true, "noEmit": true } }\n',
  'src/store.ts': SYNC,
  'src/async-store.ts': async === undefined ? ASYNC : async(ASYNC),
  'test/shared/adding-errors.test.ts': SHARED.replace('// more', tests),
  'lockstep.config.ts': config(fields),
  ...files,
});
