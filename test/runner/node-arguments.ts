import { availableParallelism } from 'node:os';

/** The arguments with which `node` runs TypeScript test files, before the files themselves. */
export const nodeArguments = (options: readonly string[] = []): readonly string[] => [
  '--enable-source-maps',
  '--import',
  'tsx',
  '--test',
  `--test-concurrency=${availableParallelism()}`,
  ...options,
];
