import type { Files } from './project.ts';

const SYNC = `export class Store {
  get(key: string): string {
    return key;
  }
  close(): void {}
}
`;

const ASYNC = `export class AsyncStore {
  async get(key: string): Promise<string> {
    return key;
  }
  async close(): Promise<void> {}
}
`;

const CONFIG = `import { defineConfig } from 'lockstep/parity';

export default defineConfig({
  pairs: [{ name: 'Store', sync: './src/store.ts#Store', async: './src/async-store.ts#AsyncStore' }],
});
`;

/** A project whose one pair is in step. */
export const IN_STEP: Files = {
  'package.json': '{ "name": "store", "type": "module" }\n',
  'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": ["node"] } }\n',
  'src/store.ts': SYNC,
  'src/async-store.ts': ASYNC,
  'lockstep.config.ts': CONFIG,
};

/** The same project after a change to the sync side alone: `key` is renamed, `size` is new. */
export const DRIFTED: Files = {
  ...IN_STEP,
  'src/store.ts': SYNC.replaceAll('key', 'name').replace(
    '  close',
    '  size(): number {\n    return 0;\n  }\n  close',
  ),
};

/** A config that allows what has drifted in `DRIFTED`, with the given fields beside. */
export const allowing = (fields: string): string =>
  CONFIG.replace(
    '\n});',
    `
  allow: [
    { pair: 'Store', member: 'size', check: 'missing-member', ${fields} },
    { pair: 'Store', member: 'get', check: 'parameter-name', ${fields} },
  ],
});`,
  );
