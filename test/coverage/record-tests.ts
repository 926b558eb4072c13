/** Runs test files and writes a record of each test: `record-tests.ts <records.json> <file>...`. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import type { TestRecord } from './test-record.ts';

const [target = '', ...files] = process.argv.slice(2);
const records: TestRecord[] = [];
for await (const { type, data } of run({ files, concurrency: availableParallelism() })) {
  if (type !== 'test:pass' && type !== 'test:fail') continue;
  const passed = type === 'test:pass';
  if (!passed) console.error(`failed: ${data.name} (${data.file})`, data.details.error.cause);
  if (data.details.type !== 'suite') records.push({ name: data.name, file: data.file ?? '', passed });
}
writeFileSync(target, JSON.stringify(records));
process.exitCode = records.every(({ passed }) => passed) ? 0 : 1;
