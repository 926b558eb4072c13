import { join } from 'node:path';
import { run } from 'node:test';
import type { HungFile, TestOutcome } from './side-job.ts';

/** What running one test file gave; `hung` when it had to be ended. */
export interface FileRun {
  readonly outcomes: readonly TestOutcome[];
  readonly hung: HungFile | null;
  /** What the tests that failed have thrown, for the terminal. */
  readonly failures: readonly string[];
}

interface Ended {
  readonly name: string;
  readonly nesting: number;
  readonly suite: boolean;
  readonly passed: boolean;
  readonly skipped: boolean;
}

/** The tests among what ended, each with the names of the suites around it: the runner tells a suite after what it holds. */
const withPaths = (ended: readonly Ended[], file: string): readonly TestOutcome[] => {
  const found: { outcome: TestOutcome; nesting: number }[] = [];
  for (const { name, nesting, suite, passed, skipped } of ended) {
    const inner = found.filter((each) => each.nesting > nesting);
    for (const each of inner) {
      each.outcome = { ...each.outcome, path: `${name} > ${each.outcome.path}` };
      each.nesting = nesting;
    }
    // A suite that fails by itself, as when its own code throws, stands for the tests that it never declared.
    const broken = !passed && inner.every(({ outcome }) => outcome.passed);
    const isTest = !suite && inner.length === 0;
    if (isTest || broken) found.push({ outcome: { file, path: name, name, passed, skipped }, nesting });
  }
  return found.map(({ outcome }) => outcome);
};

const messageOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
};

/**
 * Runs one test file in a process of its own and reads its tests from the runner's events. A file that fails outside of any
 * test, as when it cannot be loaded, is a test of its own that failed.
 */
export const runTestFile = async (base: string, file: string, timeoutMs: number): Promise<FileRun> => {
  const path = join(base, file);
  const ended: Ended[] = [];
  const underWay = new Set<string>();
  const failures: string[] = [];
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // Not by the runner's time limit, which from Node.js 24 on each test's process keeps by itself: one that computes for ever does not.
  for await (const { type, data } of run({ files: [path], signal: deadline.signal })) {
    if (type === 'test:dequeue') {
      if (data.name !== path) underWay.add(data.name);
      timer ??= setTimeout(() => deadline.abort(), timeoutMs);
    }
    if (type === 'test:complete') underWay.delete(data.name);
    if (type === 'test:stderr') failures.push(data.message.trimEnd());
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const passed = type === 'test:pass';
    const suite = data.details.type === 'suite';
    if (!passed) {
      if (!suite) failures.push(`${data.name} (${file}): ${messageOf(data.details.error)}`);
    }
    // The runner tells each file as a test around those in it on some versions of Node.js.
    if (data.name === path && (passed || ended.some((each) => !each.passed))) continue;
    const name = data.name === path ? file : data.name;
    // A test that is still to be done is declared, and neither passes nor fails.
    const skipped = data.skip !== undefined || data.todo !== undefined;
    ended.push({ name, nesting: data.nesting, suite, passed, skipped });
  }
  clearTimeout(timer);
  const timedOut = deadline.signal.aborted;
  const hung = timedOut ? { file, test: [...underWay].at(-1) ?? null } : null;
  const told = timedOut ? ended.filter(({ name }) => name !== file) : ended;
  return { outcomes: withPaths(told, file), hung, failures };
};
