import type { Pair } from '../../../parity/report-model.ts';

/** Pairs that nobody here wrote; beside each its truth, `<name>.json`. */
export const REAL_PAIRS: readonly Pair[] = [
  { name: 'typescript', sync: 'typescript/unstable/sync', async: 'typescript/unstable/async' },
  { name: 'node-fs-promises', sync: 'node:fs#*Sync', async: 'node:fs/promises#*' },
  { name: 'node-fs-callbacks', sync: 'node:fs#*Sync', async: 'node:fs#*' },
  { name: 'node-zlib', sync: 'node:zlib#*Sync', async: 'node:zlib#*' },
  { name: 'lowdb', sync: 'lowdb#LowSync', async: 'lowdb#Low' },
  { name: 'lowdb-json-file', sync: 'lowdb/node#JSONFileSync', async: 'lowdb/node#JSONFile' },
  { name: 'cosmiconfig', sync: 'cosmiconfig#*Sync', async: 'cosmiconfig#*' },
  { name: 'graphql', sync: 'graphql#*Sync', async: 'graphql#*' },
  { name: 'fs-walk', sync: '@nodelib/fs.walk#*Sync', async: '@nodelib/fs.walk#*' },
  { name: 'node-crypto', sync: 'node:crypto#*Sync', async: 'node:crypto#*' },
  { name: 'node-dns', sync: 'node:dns', async: 'node:dns/promises' },
  { name: 'node-readline', sync: 'node:readline', async: 'node:readline/promises' },
  { name: 'lilconfig', sync: 'lilconfig#*Sync', async: 'lilconfig#*' },
  { name: 'mkdirp', sync: 'mkdirp#*Sync', async: 'mkdirp#*' },
  { name: 'which', sync: 'which#sync', async: 'which' },
  { name: 'valibot', sync: 'valibot#*', async: 'valibot#*Async' },
  { name: 'fs-extra', sync: 'fs-extra#*Sync', async: 'fs-extra#*' },
];
