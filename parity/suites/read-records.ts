import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { relativePath } from '../surface/place.ts';
import type { TestEnded, TestRecord } from '../testing/test-record.ts';

/** What the harness wrote of the shared tests of one side. Files are relative to the base. */
export interface SideRecords {
  readonly ended: readonly TestEnded[];
  /** The tests that began and did not end, by their file. */
  readonly unfinished: ReadonlyMap<string, string>;
}

const linesOf = (file: string): readonly TestRecord[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as TestRecord];
      } catch {
        // The process was ended while it wrote this line.
        return [];
      }
    });

/** Reads the records of a run; there are none where no test went through the harness. */
export const readRecords = (folder: string, base: string): SideRecords => {
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const ended: TestEnded[] = [];
  const unfinished = new Map<string, string>();
  for (const record of names.flatMap((name) => linesOf(join(folder, name)))) {
    const file = relativePath(base, record.file);
    if (record.type === 'begun') {
      unfinished.set(file, record.id);
    } else {
      ended.push({ ...record, file });
      if (unfinished.get(file) === record.id) unfinished.delete(file);
    }
  }
  return { ended, unfinished };
};
