import type { TestEvent } from 'node:test/reporters';

/** One test that has run, as the runner reported it. */
export interface TestRecord {
  readonly name: string;
  /** The path of its file. */
  readonly file: string;
  readonly passed: boolean;
}

/** A reporter of `node --test`: one JSON line a test, suites left out. */
export default async function* testNamesReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    const record: TestRecord = { name: data.name, file: data.file ?? '', passed: type === 'test:pass' };
    yield `${JSON.stringify(record)}\n`;
  }
}
