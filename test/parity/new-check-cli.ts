import { join } from 'node:path';
import { newCheck } from './new-check.ts';

const [id = ''] = process.argv.slice(2);
for (const file of newCheck(id, join(import.meta.dirname, '../..'))) console.log(`wrote ${file}`);
console.log(
  'Fill in what it finds, its facts, words and fixtures; test/parity/registry.test.ts says what is missing.',
);
